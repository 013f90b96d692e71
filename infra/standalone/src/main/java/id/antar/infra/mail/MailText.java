package id.antar.infra.mail;

import id.antar.api.account.Language;
import id.antar.command.mail.Mail.Kind;

/// What a mail says. `{code}` is where its link or token comes, `{detail}` its detail.
record MailText(String subject, String body) {
  static MailText of(Kind kind, Language language) {
    return switch (language) {
      case EN -> english(kind);
      case ID -> indonesian(kind);
    };
  }

  private static MailText english(Kind kind) {
    return switch (kind) {
      case CONFIRM_EMAIL ->
          new MailText(
              "Confirm your e-mail",
              """
              Welcome to Antar. Confirm that this is your e-mail address:

              {code}

              This is good for two days. If you did not sign up, ignore this mail.
              """);
      case ACCOUNT_EXISTS ->
          new MailText(
              "You have an account already",
              """
              Somebody, probably you, signed up at Antar with this e-mail address, which has an account
              already. Sign in with it, or ask for a new password. If it was not you, nothing has changed.
              """);
      case RESET_PASSWORD ->
          new MailText(
              "Set a new password",
              """
              Somebody, probably you, asked for a new password. Set it with this:

              {code}

              It is good once, for one hour. If it was not you, ignore this mail.
              """);
      case PASSWORD_CHANGED ->
          new MailText(
              "Your password was changed",
              """
              The password of your Antar account was changed, and you are signed out on other devices.
              If it was not you, ask for a new password at once.
              """);
      case SECOND_FACTOR_ENABLED ->
          new MailText(
              "Your second factor is on",
              """
              Signing in to Antar asks for a code from now on. Keep your recovery codes in a safe place.
              If it was not you, set a new password and write to us.
              """);
      case SECOND_FACTOR_DISABLED ->
          new MailText(
              "Your second factor is off",
              """
              Signing in to Antar no longer asks for a code.
              If it was not you, set a new password at once.
              """);
      case RECOVERY_CODE_USED ->
          new MailText(
              "A recovery code was used",
              """
              Somebody signed in to your Antar account with a recovery code. {detail} are left.
              If it was not you, set a new password at once.
              """);
      case INVITATION ->
          new MailText(
              "You are invited to Antar",
              """
              You are invited to work at Antar as {detail}. Choose a password with this:

              {code}

              It is good once, for a week.
              """);
    };
  }

  private static MailText indonesian(Kind kind) {
    return switch (kind) {
      case CONFIRM_EMAIL ->
          new MailText(
              "Konfirmasi email Anda",
              """
              Selamat datang di Antar. Konfirmasikan bahwa ini alamat email Anda:

              {code}

              Berlaku dua hari. Jika Anda tidak mendaftar, abaikan email ini.
              """);
      case ACCOUNT_EXISTS ->
          new MailText(
              "Anda sudah punya akun",
              """
              Seseorang, mungkin Anda, mendaftar di Antar dengan alamat email ini, yang sudah punya akun.
              Silakan masuk, atau minta kata sandi baru. Jika bukan Anda, tidak ada yang berubah.
              """);
      case RESET_PASSWORD ->
          new MailText(
              "Buat kata sandi baru",
              """
              Seseorang, mungkin Anda, meminta kata sandi baru. Buatlah dengan ini:

              {code}

              Berlaku satu kali, selama satu jam. Jika bukan Anda, abaikan email ini.
              """);
      case PASSWORD_CHANGED ->
          new MailText(
              "Kata sandi Anda telah diubah",
              """
              Kata sandi akun Antar Anda telah diubah, dan Anda dikeluarkan dari perangkat lain.
              Jika bukan Anda, segera minta kata sandi baru.
              """);
      case SECOND_FACTOR_ENABLED ->
          new MailText(
              "Faktor kedua aktif",
              """
              Mulai sekarang Antar meminta kode saat Anda masuk. Simpan kode pemulihan di tempat aman.
              Jika bukan Anda, buat kata sandi baru dan hubungi kami.
              """);
      case SECOND_FACTOR_DISABLED ->
          new MailText(
              "Faktor kedua dimatikan",
              """
              Antar tidak lagi meminta kode saat Anda masuk.
              Jika bukan Anda, segera buat kata sandi baru.
              """);
      case RECOVERY_CODE_USED ->
          new MailText(
              "Kode pemulihan telah dipakai",
              """
              Seseorang masuk ke akun Antar Anda dengan kode pemulihan. Tersisa {detail}.
              Jika bukan Anda, segera buat kata sandi baru.
              """);
      case INVITATION ->
          new MailText(
              "Anda diundang ke Antar",
              """
              Anda diundang bekerja di Antar sebagai {detail}. Pilih kata sandi dengan ini:

              {code}

              Berlaku satu kali, selama seminggu.
              """);
    };
  }
}

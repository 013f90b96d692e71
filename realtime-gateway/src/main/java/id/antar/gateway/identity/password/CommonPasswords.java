package id.antar.gateway.identity.password;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Passwords that are tried first: common words with the usual decoration, runs of keys and digits,
/// and repetitions. A list of words rather than of passwords: what people put around them is taken
/// off before.
final class CommonPasswords {

  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwort",
          "passw",
          "passwd",
          "pass",
          "katasandi",
          "sandi",
          "rahasia",
          "secret",
          "letmein",
          "welcome",
          "selamat",
          "selamatdatang",
          "admin",
          "administrator",
          "adminadmin",
          "root",
          "user",
          "guest",
          "test",
          "testing",
          "testtest",
          "default",
          "changeme",
          "gantisandi",
          "login",
          "master",
          "superman",
          "batman",
          "spiderman",
          "pokemon",
          "dragon",
          "monkey",
          "shadow",
          "sunshine",
          "princess",
          "football",
          "sepakbola",
          "baseball",
          "basketball",
          "liverpool",
          "chelsea",
          "manchester",
          "arsenal",
          "barcelona",
          "juventus",
          "realmadrid",
          "persija",
          "persib",
          "indonesia",
          "merdeka",
          "garuda",
          "jakarta",
          "bandung",
          "surabaya",
          "bismillah",
          "alhamdulillah",
          "assalamualaikum",
          "sayang",
          "sayangku",
          "sayangkamu",
          "cintaku",
          "akucintakamu",
          "iloveyou",
          "iloveu",
          "doraemon",
          "freedom",
          "whatever",
          "trustno",
          "computer",
          "internet",
          "samsung",
          "google",
          "facebook",
          "instagram",
          "antar",
          "kurir",
          "delivery",
          "customer",
          "merchant",
          "courier",
          "operator",
          "qwerty",
          "qwertyuiop",
          "qwertyui",
          "asdfghjkl",
          "asdfgh",
          "zxcvbnm",
          "qazwsx",
          "qazwsxedc",
          "qweasd",
          "qweasdzxc",
          "azerty",
          "azertyuiop",
          "abc",
          "abcd",
          "abcdef",
          "abcdefg",
          "abcdefgh",
          "abcdefghij",
          "hello",
          "helloworld",
          "michael",
          "jennifer",
          "charlie",
          "jordan",
          "starwars",
          "summer",
          "winter",
          "spring",
          "autumn",
          "mustang",
          "corvette",
          "ferrari",
          "access",
          "server",
          "oracle",
          "system",
          "manager");

  private static final String RUNS =
      "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz"
          + " qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb6yhn";

  private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1+.{0,3}");
  private static final Pattern AROUND = Pattern.compile("^[^a-z]+|[^a-z]+$");

  private CommonPasswords() {}

  static boolean contains(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    return RUNS.contains(lower)
        || REPEATED.matcher(lower).matches()
        || isWord(lower)
        || isWord(plain(lower))
        || isWord(plain(AROUND.matcher(lower).replaceAll("")));
  }

  private static boolean isWord(String text) {
    String word = AROUND.matcher(text).replaceAll("");
    return WORDS.contains(word) || isTwice(word);
  }

  private static boolean isTwice(String word) {
    int half = word.length() / 2;
    String first = word.substring(0, half);
    return half > 0 && word.equals(first + first) && WORDS.contains(first);
  }

  /// As it is read.
  private static String plain(String decorated) {
    return decorated
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }
}

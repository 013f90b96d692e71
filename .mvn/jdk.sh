# Sourced by ./mvnw and ./antar: leaves JAVA_HOME at a JDK 25, or says what to do and returns 1.

antar_is_jdk25() {
  [ -n "${1:-}" ] && [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\b'
}

antar_find_jdk25() {
  antar_is_jdk25 "${JAVA_HOME:-}" && return 0
  for antar_jdk in \
    "${JAVA_HOME_25_X64:-}" "${JDK_25:-}" \
    /usr/lib/jvm/*25* /usr/java/*25* /opt/*jdk*25* /opt/java/*25* /usr/local/*jdk*25* \
    "${HOME:-}"/.sdkman/candidates/java/25* "${HOME:-}"/.jdks/*25* "${HOME:-}"/.asdf/installs/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25; do
    if antar_is_jdk25 "$antar_jdk"; then
      JAVA_HOME=$antar_jdk
      export JAVA_HOME
      return 0
    fi
  done
  antar_javac=$(command -v javac 2>/dev/null) &&
    antar_jdk=$(dirname "$(dirname "$(readlink -f "$antar_javac" 2>/dev/null || echo "$antar_javac")")") &&
    antar_is_jdk25 "$antar_jdk" && JAVA_HOME=$antar_jdk && export JAVA_HOME && return 0
  cat >&2 <<'MESSAGE'
Antar needs a JDK 25, and none was found: not in JAVA_HOME, not on the PATH, not in the usual places.
  Debian, Ubuntu:  apt-get install temurin-25-jdk   (Adoptium's repository) or openjdk-25-jdk
  macOS:           brew install openjdk@25
  any system:      unpack a JDK 25 anywhere and set JAVA_HOME to its folder
MESSAGE
  return 1
}

package id.antar.infra.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Processes of the version before run on while one of this version migrates, and afterwards. So a
/// migration only adds. What nobody uses any more is taken away in a later version, by a migration
/// that begins with `-- Contract:` and says which version was the last to use it.
class MigrationsTest {
  private static final int LAST_FREE_ONE = 82;

  private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

  private static final Pattern BREAKS =
      Pattern.compile(
          "(?is)\\bDROP\\s+(TABLE|COLUMN|PRIMARY)|\\bRENAME\\b|\\bMODIFY\\b|\\bCHANGE\\b"
              + "|\\bADD\\s+(CONSTRAINT|UNIQUE|CHECK)"
              + "|\\bADD\\s+(COLUMN\\s+)?`?\\w+`?\\s(?!.*\\bDEFAULT\\b)[^;]*\\bNOT\\s+NULL\\b");

  private static boolean isFree(String sql) {
    return sql.startsWith("-- Contract:")
        || COMMENT
            .matcher(sql)
            .replaceAll("")
            .replaceAll("(?is)\\bCREATE\\s+TABLE\\b[^;]*;", "")
            .transform(rest -> Arrays.stream(rest.split("[;,]")))
            .noneMatch(part -> BREAKS.matcher(part).find());
  }

  private static int version(Resource migration) {
    return Integer.parseInt(
        String.valueOf(migration.getFilename()).replaceAll("V(\\d+)__.*", "$1"));
  }

  @TestFactory
  Stream<DynamicTest> onlyAdds() throws IOException {
    Resource[] all =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
    assertThat(all).hasSizeGreaterThan(20);
    return Arrays.stream(all)
        .filter(it -> version(it) > LAST_FREE_ONE)
        .map(it ->
            dynamicTest(
                String.valueOf(it.getFilename()),
                () -> assertThat(isFree(it.getContentAsString(UTF_8))).isTrue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE a DROP COLUMN b;",
        "DROP TABLE a;",
        "ALTER TABLE a RENAME COLUMN b TO c;",
        "ALTER TABLE a MODIFY COLUMN b INT NULL;",
        "ALTER TABLE a ADD COLUMN b INT NOT NULL;",
        "ALTER TABLE a ADD COLUMN c INT NULL, ADD COLUMN b INT NOT NULL;",
        "ALTER TABLE a ADD CONSTRAINT b CHECK (c > 0);",
        "-- Why.\nALTER TABLE a ADD UNIQUE KEY b (c);"
      })
  void whatTheVersionBeforeWouldStumbleOverIsFound(String sql) {
    assertThat(isFree(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b INT NOT NULL, PRIMARY KEY (b));",
        "ALTER TABLE a ADD COLUMN b INT NULL, ADD KEY c (b);",
        "ALTER TABLE a ADD COLUMN b INT NOT NULL DEFAULT 0;",
        "-- It does not DROP TABLE anything.\nCREATE INDEX a ON b (c);",
        "-- Contract: 0.1 was the last one to read it.\nDROP TABLE a;"
      })
  void whatOnlyAddsIsLeftAlone(String sql) {
    assertThat(isFree(sql)).isTrue();
  }

  @Test
  void aVersionIsReadFromTheName() throws IOException {
    assertThat(
            version(
                new PathMatchingResourcePatternResolver()
                    .getResource("classpath:db/migration/V82__cluster_node.sql")))
        .isEqualTo(82);
  }
}

package id.antar.load.town.report;

import java.util.Locale;

/// A page of plain text: headings, and rows with a label in front.
final class Sheet {

  private static final int WIDTH = 78;
  private static final int LABEL = 24;
  private static final int PARAGRAPH = 96;

  private final StringBuilder text = new StringBuilder();

  void heading(String title, String columns) {
    text.append('\n');
    line("  %-" + (LABEL + 6) + "s%s", title, columns);
  }

  void row(String label, String format, Object... values) {
    line("    %-" + (LABEL + 4) + "s%s", label, String.format(Locale.ROOT, format, values));
  }

  void paragraph(String words, String indent) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : words.strip().split("\\s+")) {
      if (line.length() + word.length() >= PARAGRAPH && line.length() > indent.length() + 2) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.append(indent).append("  ");
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  void rule() {
    text.append("-".repeat(WIDTH)).append('\n');
  }

  void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

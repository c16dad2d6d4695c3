package org.openpriorauth.evaluation.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of text: {@code {patient.name}} is a fact of the case, {@code {dc I10}} marks words
 * as a diagnosis code, {@code **} turns bold on and off, {@code [[ ]]} goes when a fact in it is
 * missing, {@code [x]} and {@code [ ]} are squares.
 */
record Inline(Map<String, String> facts, boolean capitals) {
  private static final Pattern MARK = Pattern.compile("\\{([^} ]+) ?([^}]*)}|\\*\\*");
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]");

  /** Nothing if the line wants a fact that this case has not. */
  Optional<List<Run>> read(String line) {
    Matcher optional = OPTIONAL.matcher(line);
    String text = optional.replaceAll(m -> Matcher.quoteReplacement(kept(m.group(1))));
    if (wants(text)) {
      return Optional.empty();
    }
    return Optional.of(runs(text));
  }

  private String kept(String part) {
    return wants(part) ? "" : part;
  }

  private boolean wants(String text) {
    return MARK.matcher(text)
        .results()
        .anyMatch(m -> m.group(1) != null && m.group(2).isEmpty() && facts.get(m.group(1)) == null);
  }

  private List<Run> runs(String line) {
    String text = line.replace("[x]", "" + Run.TICKED).replace("[ ]", "" + Run.EMPTY);
    List<Run> runs = new ArrayList<>();
    boolean bold = false;
    int from = 0;
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      add(runs, text.substring(from, mark.start()), bold, null, false);
      from = mark.end();
      String name = mark.group(1);
      if (name == null) {
        bold = !bold;
      } else if (!mark.group(2).isEmpty()) {
        add(runs, mark.group(2), bold, FieldNames.of(name), false);
      } else if (name.startsWith("x.")) {
        runs.addAll(runs(facts.get(name)));
      } else {
        add(runs, facts.get(name), bold, field(name), true);
      }
    }
    add(runs, text.substring(from), bold, null, false);
    return runs;
  }

  /** Numbers at the end tell one field's values apart: {@code diagnosis.code_2}. */
  private static String field(String name) {
    return name.startsWith("page") ? null : FieldNames.of(name.replaceAll("_?[0-9]$", ""));
  }

  private void add(List<Run> runs, String text, boolean bold, String field, boolean fact) {
    if (!text.isEmpty()) {
      runs.add(new Run(capitals ? text.toUpperCase(Locale.ROOT) : text, bold, field, fact));
    }
  }
}

package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of a treatment, in the words of the chart. */
final class Outcomes {
  private static final String OF_USE =
      "(?:relief|improvement|benefit|response|change|difference|effect|help|success|progress|clearing|clearance|control)";
  private static final Pattern FAILED =
      Pattern.compile(
          "(?i)\\b(?:(?:without|w/o|no|minimal|little|poor|inadequate|insufficient|incomplete|partial"
              + "|temporary|only partial|limited|lack of|not enough)(?:\\s(?:any|no|only|minimal|a"
              + "|clinically|meaningful|significant|lasting|sustained|adequate|partial|short-term"
              + "|temporary|durable|much|real|appreciable|little|further|functional|limited|or|pain)){0,4}\\s"
              + OF_USE
              + "(?:\\s(?:in|only|while|at all)\\s[^.,;:()]{2,40})?|helped only[^.,;:()]{2,30}"
              + "|fail(?:ed|ure)|(?:has|have|had|did|does|do)(?:\\snot|n't)\\s(?:help(?:ed)?|improved?|respond(?:ed)?"
              + "|work(?:ed)?)(?:\\seither)?|not (?:working|effective|helpful|helping)|ineffective"
              + "|refractory|relapsed?[^.;,]{0,60}|flared?[^.;,]{0,40}|plateaued?|non-?respon\\w+"
              + "|unchanged|worsen(?:ed|ing)|recurred|persistent symptoms|lost response|loss of response"
              + "|inadequate response|primary non-?response)\\b");
  private static final Pattern STOPPED =
      Pattern.compile(
          "(?i)\\b(?:stopped|discontinued|intoleran(?:t|ce)|not tolerated|did not tolerate|unable to tolerate"
              + "|could not tolerate|could not be tapered|couldn't tolerate|adverse (?:reaction|effect|event)|side effects?|d/c'?d)(?:\\s(?:for|due to|because"
              + " of|secondary to|of|to)\\s[^.;,()]{2,50})?");
  private static final Pattern EFFECTIVE =
      Pattern.compile(
          "(?i)\\b(?:(?:good|excellent|significant|marked|great|substantial|complete|full)(?:\\s(?:pain|clinical"
              + "|symptom))?\\s(?:relief|improvement|response|benefit)|effective|well controlled|resolved"
              + "|helpful|helped(?:\\s(?:while|briefly|somewhat|temporarily)\\b[^.,;:()]{0,30})?|all goals met|goals met|improved)\\b");

  private static final Pattern REASON =
      Pattern.compile(
          "(?i)^(?:stopped|discontinued|d/c'?d)\\s(?:it\\s)?(?:for|due to|because of|secondary to)\\s(.{3,60})$");

  private Outcomes() {}

  /** Why it was stopped, or null. */
  static Span reason(Span outcome) {
    Matcher m = REASON.matcher(outcome.text());
    return m.find() ? outcome.part(m.start(1), m.end(1)) : null;
  }

  /**
   * @param word failed, stopped, effective or unknown
   */
  record Found(int start, int end, String word) {}

  /** The first outcome that a text tells, or null; a failure outweighs that it was stopped. */
  static Found in(CharSequence text) {
    Found failed = find(FAILED, text, "failed");
    if (failed != null) {
      return failed;
    }
    Found stopped = find(STOPPED, text, "stopped");
    return stopped != null ? stopped : find(EFFECTIVE, text, "effective");
  }

  private static Found find(Pattern pattern, CharSequence text, String word) {
    Matcher m = pattern.matcher(text);
    return m.find() ? new Found(m.start(), m.end(), word) : null;
  }
}

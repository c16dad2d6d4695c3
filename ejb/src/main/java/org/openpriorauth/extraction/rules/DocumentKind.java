package org.openpriorauth.extraction.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a document is, from its title and from what its kind always holds. */
final class DocumentKind {
  private static final int TITLE_ROWS = 14;
  private static final double TITLE = 3;
  private static final double LEAST = 2;

  private static final Map<String, Pattern[]> KINDS = new LinkedHashMap<>();

  static {
    kind(
        "insurance_card",
        "\\b(?:member|insurance|id) (?:id )?card\\b",
        "\\brx ?bin\\b|\\brx ?(?:pcn|grp)\\b|\\bpcn\\b|\\bcopays?\\b|\\brx ?grp\\b|\\bdoes not guarantee\\b|\\bpayer id\\b|\\bmember name\\b|\\bclaims:|\\bmember services\\b|\\bcustomer service\\b");
    kind(
        "plan_of_care",
        "\\bplan of care\\b|\\bcertification of (?:the )?plan\\b",
        "\\bcertif(?:y|ication)\\b|\\bshort[- ]term goals\\b|\\blong[- ]term goals\\b");
    kind(
        "therapy_note",
        "\\b(?:evaluation|discharge|progress)\\b.*\\b(?:physical|occupational|speech) therapy\\b|\\b(?:physical|occupational|speech|hand) therapy\\b.*(?:eval|note|discharge|summary|progress)"
            + "|\\btherapy (?:initial )?(?:evaluation|discharge|progress)|\\b(?:pt|ot) (?:initial |discharge )?(?:eval|discharge|summary|progress)"
            + "|\\bdischarge summary\\b.*\\btherapy\\b",
        "\\bmanual therapy\\b|\\btherapeutic exercise\\b|\\bhome exercise|\\bplan of care\\b|\\brehab potential\\b|\\bvisits attended\\b");
    kind(
        "operative_report",
        "\\b(?:operative|operation|surgical) (?:report|note|record)\\b|\\breport of operation\\b",
        "\\b(?:pre|post)-?\\s?operative diagnosis\\b|\\bestimated blood loss\\b|\\banesthesia\\b|\\bimplants?\\b");
    kind(
        "procedure_report",
        "\\b(?:colonoscopy|endoscopy|egd|procedure|bronchoscopy|injection|sleep study|polysomnography"
            + "|echocardiogram|cardiac catheterization|biopsy|emg) (?:report|note)\\b|\\bendoscopy report\\b",
        "\\bendoscop\\w+\\b|\\bscope\\b|\\bsedation\\b|\\bwithdrawal time\\b|\\bbowel prep\\w*\\b");
    kind(
        "imaging_report",
        "\\b(?:radiology|imaging|radiograph\\w*|x-?ray|mri|ct|ultrasound|diagnostic imaging|dexa) (?:\\w+ ){0,3}?(?:report|result)\\b|\\bdiagnostic imaging\\b",
        "\\btechnique\\b|\\bcomparison\\b|\\bimpression\\b|\\bfindings\\b|\\bradiolog\\w+\\b");
    kind(
        "lab_report",
        "\\b(?:laborator(?:y|ies)|lab|pathology) (?:\\w+ ){0,2}?(?:report|results?)\\b|\\bfinal report\\b|\\bcumulative report\\b",
        "\\breference (?:range|interval)\\b|\\blaboratory director\\b|\\bhematology\\b|\\bchemistry\\b|\\bspecimen\\b|\\bcollected\\b|\\baccession\\b|\\banalyte\\b|\\bclia\\b");
    kind(
        "medication_list",
        "\\bmedication (?:list|history|profile|record)\\b|\\b(?:prescription|pharmacy|dispens\\w+|fill) (?:history|profile|record|list)\\b|\\bpatient profile\\b",
        "\\bdays? supply\\b|\\brefills?\\b|\\bqty\\b|\\bndc\\b|\\brx ?(?:#|no|number)\\b|\\bfilled\\b");
    kind(
        "order",
        "\\b(?:order|requisition|referral|request) (?:form|sheet)\\b|\\b(?:imaging|infusion|therapy|lab|mri|physician|procedure|medication|treatment|referral|provider|outpatient) (?:\\w+ ){0,2}?(?:orders?|requisition|referral)\\b"
            + "|\\bprior authorization request\\b|\\border (?:for|details)\\b|^referral$|\\breferral (?:form|request|order)\\b|^prescription$",
        "\\bordering (?:provider|physician)\\b|\\bpriority\\b|\\burgency\\b|\\bcpt\\b|\\bservicing\\b|\\border date\\b|\\bfrequency\\b");
    kind(
        "letter",
        "\\b(?:denial|approval|determination|appeal|medical necessity|adverse)\\b.*\\b(?:notice|letter|determination)\\b|\\bletter of medical necessity\\b|\\bnotice of (?:\\w+ ){0,2}?(?:denial|approval|determination)\\b",
        "\\bdear\\b|\\bsincerely\\b|\\bright to appeal\\b|\\bto whom it may concern\\b");
    kind(
        "clinical_note",
        "\\b(?:progress|office|clinic|visit|referral|consult\\w*|follow-?up|soap|encounter|chart|h&p|new patient|established patient) (?:\\w+ ){0,2}?(?:note|visit|summary|report)\\b|\\bconsultation\\b|\\bhistory and physical\\b|\\boffice visit\\b|\\bprogress note\\b",
        "\\bhistory of present illness\\b|\\bhpi\\b|\\bchief complaint\\b|\\breview of systems\\b|\\bassessment\\b|\\bphysical exam|\\bsubjective\\b|\\bpast medical history\\b|\\bvital signs?\\b");
  }

  private DocumentKind() {}

  /**
   * @param type null if none is plain
   * @param score 0 to 1
   */
  record Guess(String type, double score) {}

  private static void kind(String name, String title, String holds) {
    String[] parts = holds.split("\\|(?![^(]*\\))");
    Pattern[] patterns = new Pattern[parts.length + 1];
    patterns[0] = Pattern.compile(title, Pattern.DOTALL);
    for (int i = 0; i < parts.length; i++) {
      patterns[i + 1] = Pattern.compile(parts[i]);
    }
    KINDS.put(name, patterns);
  }

  static Guess of(List<Leaf> leaves) {
    if (leaves.isEmpty()) {
      return new Guess(null, 0);
    }
    String body = text(leaves.get(0).sheet());
    String best = null;
    double most = 0;
    double second = 0;
    for (var kind : KINDS.entrySet()) {
      double points = points(kind.getValue(), leaves.get(0).sheet(), body);
      if (points > most) {
        second = most;
        most = points;
        best = kind.getKey();
      } else if (points > second) {
        second = points;
      }
    }
    double score = Math.min(0.98, (most - second * 0.5) / (TITLE + 2));
    return most < LEAST || most == second
        ? new Guess(null, 0)
        : new Guess(best, Math.max(0.1, score));
  }

  /** A title counts by how near it is to the head and how much of its line it is. */
  private static double points(Pattern[] kind, Sheet sheet, String body) {
    double points = 0;
    for (Row row : sheet.rows().subList(0, Math.min(TITLE_ROWS, sheet.rows().size()))) {
      for (Cell cell : row.cells()) {
        String line = sheet.span(cell).value().toLowerCase(Locale.ROOT);
        boolean title = line.length() <= 90 && line.indexOf(": ") < 0;
        if (title && kind[0].matcher(line).find()) {
          points = Math.max(points, TITLE + (TITLE_ROWS - row.index()) * 0.03);
        }
      }
    }
    for (int i = 1; i < kind.length; i++) {
      points += kind[i].matcher(body).find() ? 0.5 : 0;
    }
    return points;
  }

  private static String text(Sheet sheet) {
    String text = sheet.text();
    return text.substring(0, Math.min(text.length(), 8000)).toLowerCase(Locale.ROOT);
  }
}

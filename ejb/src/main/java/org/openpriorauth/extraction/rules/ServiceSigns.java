package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Whether five characters are a service's code and not a postcode, an account or an amount. */
final class ServiceSigns {
  private static final Pattern SERVICE_WORD =
      Pattern.compile(
          "(?i)\\b(?:cpt|hcpcs|(?:procedure|service|proc|billing|j-?)\\s?codes?|(?:billing|billed|charges)(?=:))\\b(?![^;]{0,200}\\b(?:acct|account)\\b)");

  /** What is done, examined, given or lent. */
  private static final Pattern PROCEDURE =
      Pattern.compile(
          "(?i)\\b(?:mri|mra|ct|cta|pet(?:[/-]ct)?|x-?rays?|radiographs?|ultrasound|sonogra\\w{1,6}|doppler|duplex|de?xa|bone density"
              + "|mammogra\\w{1,5}|echo|ekg|ecg|eeg|emg|ncs|ncv|ebus|ercp|egd|tms|ect|\\w{2,20}(?:scopy|scopies|scopic|ectomy|plasty"
              + "|otomy|ostomy|desis|pexy|centesis|graphy|metry)|\\w{4,20}gram|biops(?:y|ies)|injections?|infusions?|blocks?|ablation"
              + "|\\w{0,8}stimulat(?:ion|or)|implant\\w{0,6}|fusion|repair|reconstruction|replacement|release|excision|resection"
              + "|debridement|decompression|graft\\w{0,4}|substitute|transplant\\w{0,6}|therapy|therapies|rehabilitation|treatment"
              + "|evaluation|testing|test|panel|assay|analysis|sequencing|screening|stud(?:y|ies)|titration|monitor(?:ing)?"
              + "|receiver|sensors?|wheelchair|walker|bed|concentrator|oxygen|[cb]i?pap|nebulizer|orthos[ei]s|brace|prosthe\\w{1,5}"
              + "|supplies|device|humidifier|mask|tubing|crutches|commode|catheters?|dressings?|microscope|laminotomy|pump|(?:pt|ot|slp)(?=,? (?:eval|and|&|treat|x\\s?\\d|for))|visits?|consult\\w{0,7}|exam|imaging|scan|dialysis|chemotherapy|radiation|vaccine|administration"
              + "|anesthesia|surgery|procedure|nursing|admission|seating|manipulation|exercises?|mobilization|training)\\b");

  private static final Pattern NO_PROCEDURE =
      Pattern.compile("(?i)\\b(?:program|kilogram|telegram)\\b");

  /** Words before a number that say that it counts or names something else. */
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "(?i)(?:#\\s?|\\b(?:box|suite|ste|apt|unit|room|rm|floor|account|acct|mrn|chart|member|policy|group|plan|id|no|nos|number"
              + "|num|enc|encounter|claim|invoice|case|accession|specimen|lot|serial|ref|reference|auth|authorization|requisition"
              + "|at|near|bldg|building|elevator|parking|bill|center|centre|clinic|hospital|facility|count|platelets|tel|ph|phone|fax|ext|zip|rev|form|page|job|trace|license|lic|dea|npi|tin|confirmation|ticket|in|since|of|year"
              + "|about|over|under|than|to|pin|call)\\.?\\s?[#:.]*\\s?|[$\u00a3#.*<>=]\\s?)$");

  private static final Pattern STATE =
      Pattern.compile(
          "(?:\\b(?:A[KLRZ]|C[AO]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]"
              + "|W[AIVY]|(?:Avenue|Ave|St|Street|Road|Rd|Blvd))\\.?,?\\s{1,3})$");
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)^\\s?(?:mg|mcg|ml|iu|cells|copies|steps|k/|%|x\\s?10|lb|kg|ft|feet|miles|dollars|st\\b|street|ave|n\\.|s\\.|e\\.|w\\.)");

  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:procedures?|services?|orders?|request(?:ed|s)?|study|studies|exams?|tests?)\\b");

  /** A name follows it at once: the number of a house. */
  private static final Pattern STREET =
      Pattern.compile(
          "^ (?!MRI|CT|XR)\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}|^ \\p{Lu}\\p{Ll}+\\s?(?:[.,;]|$)");

  private static final Pattern DOSED =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:x\\s?\\d|\\d{1,4}\\s?(?:units?|per|each)|for \\d{1,4} units)");

  /** In characters: how far from a code the words may stand that say what it is. */
  private static final int REACH = 240;

  private final Leaf leaf;
  private final Clause clause;
  private final Span span;
  private final String before;

  private ServiceSigns(Clause clause, Span span) {
    this.leaf = clause.leaf();
    this.clause = clause;
    this.span = span;
    this.before = clause.before(span).last(REACH).text();
  }

  /**
   * @param chained whether a code stands before it in its sentence that is a service's
   */
  static boolean isCode(Clause clause, Span span, boolean chained) {
    ServiceSigns signs = new ServiceSigns(clause, span);
    if (signs.isLabelled()) {
      return true;
    }
    return !signs.isOtherNumber() && (chained || signs.isTold());
  }

  static boolean isProcedure(CharSequence words) {
    return PROCEDURE.matcher(NO_PROCEDURE.matcher(words).replaceAll(" ")).find();
  }

  private boolean isLabelled() {
    Row row = clause.row(span);
    Cell cell = row.cells().get(Clause.cellOf(row, span));
    String own = leaf.sheet().span(cell.start(), span.start()).last(REACH).text();
    boolean named = SERVICE_WORD.matcher(own).find() || SERVICE_WORD.matcher(before).find();
    if (named && !isOtherNumber()) {
      return true;
    }
    double left = span.tokens().isEmpty() ? 0 : span.tokens().get(0).left();
    for (int r = row.index(); r >= Math.max(0, row.index() - 2); r--) {
      for (Label label : leaf.labels().get(r)) {
        if (label.key().equals("service.code")) {
          boolean above = r < row.index() && Math.abs(label.left() - left) < 0.03;
          if (above || r == row.index() && governs(label)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean governs(Label label) {
    return leaf.pairs().places(label).stream().anyMatch(place -> place.overlaps(span));
  }

  private boolean isOtherNumber() {
    String near = before.substring(Math.max(0, before.length() - 24)).replaceAll("\\s", " ");
    boolean letter = Character.isLetter(span.text().charAt(0));
    boolean digits = !letter && !isBracketed();
    return OTHER_NUMBER.matcher(near).find()
        || digits && STREET.matcher(clause.after(span).first(24).text()).find()
        || !letter && STATE.matcher(near).find()
        || MEASURED.matcher(clause.after(span).first(12).text()).find();
  }

  /** Whether the words around it tell of a service. */
  private boolean isTold() {
    String section = clause.section(span);
    boolean asked = section.equals("services") || section.equals("orders");
    boolean letter = Character.isLetter(span.text().charAt(0));
    boolean bracketed = isBracketed();
    if (Boxes.isTicked(clause.before(span)) || asked && bracketed || letter && bracketed) {
      return true;
    }
    String own = before.substring(Math.max(0, before.length() - 140));
    Span after = clause.after(span);
    boolean told = isProcedure(own);
    boolean first = before.chars().noneMatch(Character::isLetter);
    if (letter) {
      boolean given =
          !Medicines.in(clause.before(span)).isEmpty() || Dosing.dose(clause.before(span)) != null;
      return told || given || asked || DOSED.matcher(after.text()).find() && !first;
    }
    boolean leads =
        Descriptions.isLabel(clause.before(span)) && isProcedure(after.first(60).text());
    asked |= ASKED.matcher(before).find();
    boolean explained = after.text().startsWith(" (") && isProcedure(after.first(80).text());
    return isJoined() && (told || explained) || leads && (asked || section.equals("plan"));
  }

  /** A number that follows a word or its comma: not one of a row of numbers. */
  private boolean isJoined() {
    Matcher word =
        Pattern.compile("(?:[\\p{L})]|\\d\\s?(?:g|cm|mm|mg))[,:;]?\\s?[(\\[\u2013\u2014-]?\\s?$")
            .matcher(before.replaceAll("\\s", " "));
    return word.find();
  }

  private boolean isBracketed() {
    String text = span.sheet().text();
    char open = span.start() > 0 ? text.charAt(span.start() - 1) : ' ';
    char close = span.end() < text.length() ? text.charAt(span.end()) : ' ';
    return (open == '(' || open == '[') && ")],;".indexOf(close) >= 0;
  }
}

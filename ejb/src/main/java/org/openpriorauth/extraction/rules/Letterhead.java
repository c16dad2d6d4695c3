package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** The house at the head of the first page; a payer's is no facility. */
final class Letterhead {
  private static final int ROWS = 7;
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?i)\\b(?:clinics?|cent(?:er|re)s?|hospitals?|health(?:care)?|imaging|radiology|laborator\\w{1,4}|labs?"
              + "|pharmacy|therapy services|associates|assoc|medical|services|group|institute|physicians"
              + "|partners|practice|surgery|surgical|wellness|diagnostics|suite|(?:nursing|elder|rest) home|home (?:health|care)|hospice|infirmary"
              + "|ultrasound|infusion|family medicine|internal medicine|women's health|primary care"
              + "|physical therapy|sleep|spine|pain|rehab\\w*|podiatry|psychiatry|endoscopy|genomics"
              + "|heart|vascular|cardiovascular|foot|eye|ear|kidney|cancer|skin|recovery|counseling|behavioral|autism|dental|dialysis|urgent care"
              + "|orthop(?:a?edics?)|p(?:a?ediatrics?)|\\w{4,14}(?:ology|iatrics))\\b");

  /** What parts a house from the rest of a footer. */
  private static final Pattern FOOT = Pattern.compile("\\s[\u00b7\u2022|\u2014\u2013-]\\s");

  private static final Pattern PAYER =
      Pattern.compile(
          "(?i)\\b(?:health plans?|insurance|assurance|blue (?:cross|shield)|mutual|hmo|ppo|medicare"
              + "|medicaid|benefits?|healthplan)\\b");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?i)\\b(?:note|report|summary|order|request|form|evaluation|card|list|history|plan of care"
              + "|confidential|fax|page|certification|consultation|referral|profile|results|messages?|portal|inquiry|response)\\b");

  private Letterhead() {}

  /**
   * @param house its telephone and fax numbers
   */
  static void read(Leaf leaf, Draft draft, Draft house, String type) {
    List<Row> rows = leaf.sheet().rows();
    boolean payers = "insurance_card".equals(type) || "payer_letter".equals(type);
    for (int r = 0; r < Math.min(ROWS, rows.size()); r++) {
      List<Label> labels = leaf.labels().get(r);
      for (Cell cell : rows.get(r).cells()) {
        boolean labelled =
            labels.stream().anyMatch(l -> l.start() >= cell.start() && l.start() < cell.end());
        Span span = leaf.sheet().span(cell);
        if (!labelled && !payers && !draft.covers(span)) {
          house(span, draft);
        }
      }
      for (Label label : labels) {
        if (label.key().equals("*.npi") && !draft.has("facility.npi")) {
          npi(leaf, label, draft);
        }
        reach(leaf, label, house);
      }
    }
  }

  static boolean isHouseOrTitle(Span span) {
    return HOUSE.matcher(span.text()).find() || TITLE.matcher(span.text()).find();
  }

  /** At the foot of the last page, where nothing at its head tells. */
  static void foot(Leaf leaf, Draft draft, String type) {
    if ("insurance_card".equals(type) || "payer_letter".equals(type)) {
      return;
    }
    List<Row> rows = leaf.sheet().rows();
    for (int r = Math.max(ROWS, rows.size() - 3); r < rows.size(); r++) {
      Span span = leaf.sheet().span(rows.get(r).cells().get(0));
      if (leaf.labels().get(r).isEmpty() && !draft.covers(span)) {
        Matcher end = FOOT.matcher(span.text());
        house(end.find() ? span.part(0, end.start()) : span, draft);
      }
    }
  }

  private static void house(Span span, Draft draft) {
    String text = span.value();
    Span house = Names.house(span);
    boolean digits = text.chars().anyMatch(Character::isDigit);
    if (house == null || digits || house.value().indexOf(' ') < 0 || TITLE.matcher(text).find()) {
      return;
    }
    boolean payer = PAYER.matcher(text).find();
    if (!payer && HOUSE.matcher(text).find() && !draft.has("facility.name")) {
      draft.add("facility.name", "facility", house, null, 0.8);
    }
  }

  private static void reach(Leaf leaf, Label label, Draft house) {
    boolean wanted = label.key().equals("*.phone") || label.key().equals("*.fax");
    if (!wanted || new LabelsAbove(leaf, label).anyParty()) {
      return;
    }
    for (Span place : leaf.pairs().places(label)) {
      Shapes.Value value = Shapes.take(label.kind(), place);
      if (value != null) {
        house.add(label.kind(), "house", value.span(), value.normalized(), 0.7);
        return;
      }
    }
  }

  private static void npi(Leaf leaf, Label label, Draft draft) {
    // A letterhead names its house before anybody else.
    Matcher person = Names.WITH_CREDENTIAL.matcher(leaf.sheet().text().substring(0, label.start()));
    Pairs pairs = leaf.pairs();
    if (person.find() || new LabelsAbove(leaf, label).anyParty()) {
      return;
    }
    for (Span place : pairs.places(label)) {
      Shapes.Value value = Shapes.take("npi", place);
      if (value != null) {
        List<String> flags = Codes.isNpi(value.normalized()) ? List.of() : List.of("check_digit");
        draft.add(
            "facility.npi", "facility", value.span(), value.normalized(), "present", flags, 0.75);
        return;
      }
    }
  }

  private record LabelsAbove(Leaf leaf, Label label) {
    boolean anyParty() {
      return leaf.labels().subList(0, label.row() + 1).stream()
          .flatMap(List::stream)
          .anyMatch(
              l ->
                  l.start() < label.start()
                      && (l.kind().equals("name") || l.kind().equals("birth_date")));
    }
  }
}

package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Draft.Item;

/** Tells a payer from a product of one: "Plan:" is written before either. */
final class Payers {
  private static final Pattern PAYER =
      Pattern.compile(
          "(?i)\\b(?:health|healthcare|mutual|insurance|assurance|blue|cross|shield|trust|cooperative"
              + "|medicare|medicaid|tricare|aetna|cigna|humana|anthem|kaiser|united|molina|centene"
              + "|benefits?|administrators|life|care)\\b");
  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?i)\\b(?:ppo|hmo|epo|pos|hdhp|hsa|gold|silver|bronze|platinum|basic|standard|select|choice"
              + "|plus|premier|individual|family|part [a-d])\\b|\\d{3}");

  /** What goes on behind a payer's name: its product, or the member's number. */
  private static final Pattern FURTHER =
      Pattern.compile(
          "(?i)\\s?[/|]\\s|[,;]?\\s(?=(?:member|mbr|subscriber|policy|id)\\b)|\\s(?=#)");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)(?:member|mbr|subscriber|policy)?\\s?(?:id)?\\s?(?:no|number)?[.:#]{0,2}\\s{0,3}");

  private Payers() {}

  /** What stands as a plan is the payer where no payer is named and no product is. */
  static void settle(Draft draft) {
    draft.all("coverage.payer").forEach(payer -> further(draft, payer));
    if (!draft.has("coverage.payer")) {
      fromPlan(draft);
    }
  }

  /** "Cedar Health / Choice PPO", "Cedar Health, member CH-12345". */
  private static void further(Draft draft, Item payer) {
    Span line = toCellsEnd(payer.span());
    Matcher further = FURTHER.matcher(line.text());
    Span name = further.find() ? Names.house(line.part(0, further.start())) : null;
    if (name == null) {
      return;
    }
    Span rest = line.part(further.end(), line.length());
    Matcher numbered = NUMBERED.matcher(rest.text());
    int from = numbered.lookingAt() ? numbered.end() : 0;
    Shapes.Value number = Shapes.take("member_id", rest.part(from, rest.length()));
    boolean all = number != null && number.span().end() == rest.end();
    boolean product = !all && PRODUCT.matcher(rest.text()).find();
    if (number == null && !product) {
      return;
    }
    draft.remove(payer);
    draft.add("coverage.payer", "coverage", name, null, payer.strength() - 0.05);
    if (product && !draft.has("coverage.plan")) {
      draft.add("coverage.plan", "coverage", rest, null, payer.strength() - 0.1);
    } else if (!product && !draft.has("coverage.member_id")) {
      draft.add(
          "coverage.member_id",
          "coverage",
          number.span(),
          number.normalized(),
          payer.strength() - 0.1);
    }
  }

  private static Span toCellsEnd(Span span) {
    Row row = span.sheet().rows().get(span.sheet().rowAt(span.start()));
    int end =
        row.cells().stream()
            .filter(cell -> cell.start() <= span.start() && span.start() < cell.end())
            .mapToInt(Cell::end)
            .findFirst()
            .orElse(span.end());
    return span.sheet().span(span.start(), Math.max(end, span.end()));
  }

  private static void fromPlan(Draft draft) {
    List<Item> plans = draft.all("coverage.plan");
    for (Item plan : plans) {
      String name = plan.span().value();
      boolean product = PRODUCT.matcher(name).find();
      if (product && both(draft, plan)) {
        return;
      }
      boolean house = name.indexOf(' ') > 0 && plans.size() == 1;
      if (!product && (house || PAYER.matcher(name).find())) {
        draft.remove(plan);
        draft.add("coverage.payer", "coverage", plan.span(), null, plan.strength() - 0.1);
        return;
      }
    }
  }

  /** "Cedar Mutual Bronze 6000": a payer's name, and its product behind it. */
  private static boolean both(Draft draft, Item plan) {
    Matcher product = PRODUCT.matcher(plan.span().text());
    Span name = product.find() ? plan.span().part(0, product.start()).trimmed(",-") : null;
    if (name == null || !PAYER.matcher(name.text()).find() || Names.house(name) == null) {
      return false;
    }
    Span rest = plan.span().part(product.start(), plan.span().length());
    draft.remove(plan);
    draft.add("coverage.payer", "coverage", name, null, plan.strength() - 0.1);
    draft.add("coverage.plan", "coverage", rest, null, plan.strength() - 0.1);
    return true;
  }
}

package org.openpriorauth.extraction.rules;

import java.util.List;
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

  private Payers() {}

  /** What stands as a plan is the payer where no payer is named and no product is. */
  static void settle(Draft draft) {
    if (draft.has("coverage.payer")) {
      return;
    }
    List<Item> plans = draft.all("coverage.plan");
    for (Item plan : plans) {
      String name = plan.span().value();
      boolean product = PRODUCT.matcher(name).find();
      boolean house = name.indexOf(' ') > 0 && plans.size() == 1;
      if (!product && (house || PAYER.matcher(name).find())) {
        draft.remove(plan);
        draft.add("coverage.payer", "coverage", plan.span(), null, plan.strength() - 0.1);
        return;
      }
    }
  }
}

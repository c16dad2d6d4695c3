package org.openpriorauth.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.language.LanguageModelService.Wanted;
import org.openpriorauth.language.model.ModelSettings;
import org.openpriorauth.language.model.ModelSettings.Choice;

/** What an administrator may choose, before anything is looked up. */
final class ModelRules {
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

  /** It becomes a header: nothing in it may end one. */
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,1000}");

  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(100_000);
  private static final int PRICE_SCALE = 4;
  private static final int LONGEST_ADDRESS = 500;

  private final List<Fault> faults = new ArrayList<>();

  private ModelRules() {}

  /**
   * @param adapters that there are
   * @throws Problem INVALID with every fault at once
   */
  static Choice checked(Wanted wanted, List<String> adapters) {
    if (ModelSettings.NONE.equals(wanted.adapter())) {
      return Choice.OFF;
    }
    ModelRules rules = new ModelRules();
    rules.where(wanted, adapters);
    rules.howMuch(wanted);
    if (!rules.faults.isEmpty()) {
      throw Problem.invalid(rules.faults);
    }
    return new Choice(
        wanted.adapter(),
        wanted.baseUrl().strip().replaceAll("/+$", ""),
        wanted.model(),
        wanted.monthlyTokens(),
        price(wanted.inputPrice()),
        price(wanted.outputPrice()));
  }

  private void where(Wanted wanted, List<String> adapters) {
    check(
        adapters.contains(wanted.adapter()),
        "/adapter",
        "unknown",
        "It is none, " + String.join(" or ", adapters) + ".");
    check(
        wanted.baseUrl() != null && wanted.baseUrl().length() <= LONGEST_ADDRESS,
        "/base_url",
        "missing",
        "Give the address, beginning with https://.");
    check(
        wanted.model() != null && MODEL.matcher(wanted.model()).matches(),
        "/model",
        "model",
        "Give the model's name as its maker writes it.");
    check(
        wanted.key() == null || KEY.matcher(wanted.key()).matches(),
        "/key",
        "key",
        "A key has letters, digits and signs, and no blanks.");
    check(
        wanted.agreement(),
        "/agreement",
        "missing",
        "Say that your practice has a business associate agreement with who runs the model, or"
            + " runs it itself: text of charts goes there.");
  }

  private void howMuch(Wanted wanted) {
    check(
        wanted.monthlyTokens() > 0 && wanted.monthlyTokens() <= MOST_TOKENS,
        "/monthly_tokens",
        "range",
        "Give how many tokens a month it may read and write, more than 0.");
    String detail = "Give dollars for a million tokens, or nothing.";
    check(fair(wanted.inputPrice()), "/input_price", "range", detail);
    check(fair(wanted.outputPrice()), "/output_price", "range", detail);
  }

  private static boolean fair(BigDecimal price) {
    return price == null || price.signum() >= 0 && price.compareTo(HIGHEST_PRICE) < 0;
  }

  private static BigDecimal price(BigDecimal given) {
    return given == null ? BigDecimal.ZERO : given.setScale(PRICE_SCALE, RoundingMode.HALF_UP);
  }

  private void check(boolean good, String place, String code, String detail) {
    if (!good) {
      faults.add(new Fault(place, code, detail));
    }
  }
}

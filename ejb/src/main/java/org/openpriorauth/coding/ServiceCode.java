package org.openpriorauth.coding;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The forms of service and drug codes. Only the form is held: CPT's list is the American Medical
 * Association's and does not ship.
 */
public final class ServiceCode {
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "cpt", Pattern.compile("\\d{4}[0-9FTUAM]"),
          "hcpcs", Pattern.compile("[A-V]\\d{4}"),
          "ndc", Pattern.compile("\\d{10,11}|\\d{4,5}-\\d{3,4}-\\d{1,2}"),
          "rxnorm", Pattern.compile("\\d{1,8}"));

  private ServiceCode() {}

  /**
   * @param system cpt, hcpcs, ndc or rxnorm
   */
  public static boolean wellFormed(String system, String code) {
    Pattern form = FORMS.get(system);
    return form != null && form.matcher(code).matches();
  }
}

package org.openpriorauth.wire.fhir;

/** Names of what Questionnaires say by extensions: the guide's (SDC) and our own. */
final class Sdc {
  static final String ITEM_CONTROL =
      "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
  static final String ITEM_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";
  static final String HELP = "help";

  /** A whole pack without its criteria, as JSON; and what a group or a question stands for. */
  static final String PACK = ours("policy-pack");

  static final String CRITERION = ours("policy-criterion");

  private Sdc() {}

  private static String ours(String name) {
    return "https://openpriorauth.org/fhir/StructureDefinition/" + name;
  }
}

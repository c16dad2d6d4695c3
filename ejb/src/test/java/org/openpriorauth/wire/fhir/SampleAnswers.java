package org.openpriorauth.wire.fhir;

/** Answers written by hand in the shapes of PAS 2.2.1. */
final class SampleAnswers {
  private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
  private static final String LOINC = "{\"system\":\"http://loinc.org\",\"code\":\"11506-3\"}";

  private SampleAnswers() {}

  static String approved() {
    return response(
        """
        "extension":[{"url":"%sextension-claimResponseReviewer","extension":[
          {"url":"wasHumanReviewedFlag","valueBoolean":true}]}],
        "preAuthRef":"AUTH-1","preAuthPeriod":{"start":"2026-11-22","end":"2027-02-20"},
        "item":[{"extension":[%s,%s,%s],"itemSequence":1,"adjudication":[%s]}]"""
            .formatted(
                PAS,
                issued("2026-11-22"),
                period("2027-02-20"),
                detail("72148", 1),
                adjudication("A1", number("AUTH-1"))));
  }

  static String item(String extension, String action, String reason) {
    return response(
        "\"item\":[{%s\"itemSequence\":1,\"adjudication\":[%s]}]"
            .formatted(
                extension.isEmpty() ? "" : "\"extension\":[" + extension + "],",
                adjudication(action, reason)));
  }

  static String modified() {
    return response(
        """
        "item":[{"itemSequence":2,"noteNumber":[1],"adjudication":[%s]}],
        "addItem":[{"extension":[%s],"itemSequence":[2],
          "productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"97112"}]},
          "quantity":{"value":4.5,"unit":"UN"},"adjudication":[%s]},
         {"itemSequence":[9],"productOrService":{"text":"something else"},"adjudication":[%s]}],
        "processNote":[{"number":1,"text":"half of the units"}]"""
            .formatted(
                adjudication("A6", reason("SIM03", "half")),
                period("2027-01-01"),
                adjudication("A1", number("AUTH-2")),
                adjudication("A1", "")));
  }

  static String denied() {
    return response(
        """
        "item":[{"itemSequence":1,"noteNumber":[1],"adjudication":[%s]}],
        "processNote":[{"number":1,"text":"not covered by the imaging policy"},
          {"number":2,"text":"call 555-0100"}]"""
            .formatted(adjudication("A3", "")));
  }

  static String pended() {
    String control = "\"identifier\":[{\"system\":\"urn:control\",\"value\":\"ADM-1-1\"}]";
    String line = "{\"url\":\"%sextension-serviceLineNumber\",\"valuePositiveInt\":1}";
    return bundle(
        claimResponse(
            """
            "item":[{"extension":[{"url":"%sextension-administrationReferenceNumber",
              "valueString":"ADM-1"}],"itemSequence":1,"adjudication":[%s]}]"""
                .formatted(PAS, adjudication("A4", ""))),
        """
        {"resourceType":"CommunicationRequest","extension":[%s],%s,"status":"active",
         "category":[{"coding":[{"system":"https://codesystem.x12.org/005010/755","code":"PY"}]}],
         "payload":[{"contentString":"11506-3"}]}"""
            .formatted(line.formatted(PAS), control),
        """
        {"resourceType":"Task",%s,"status":"requested","intent":"order","input":[
         {"type":{"coding":[{"code":"payer-url"}]},"valueUrl":"http://payer.example/fhir"},
         {"extension":[%s],"type":{"coding":[{"code":"attachments-needed"}]},
          "valueCodeableConcept":{"coding":[%s]}},
         {"extension":[%s],"type":{"coding":[{"code":"questionnaire-context"}]},
          "valueString":"CTX-7"}]}"""
            .formatted(control, line.formatted(PAS), LOINC, line.formatted(PAS)));
  }

  static String businessError() {
    return response(
            """
            "error":[{"extension":[
              {"url":"%1$sextension-errorElement","extension":[
                {"url":"processNote","valuePositiveInt":1},
                {"url":"error","valueString":"2010C-NM109"}]},
              {"url":"%1$sextension-errorPath",
               "valueString":"Bundle.entry[3].resource.identifier[0].value"},
              {"url":"%1$sextension-errorFollowupAction","valueCodeableConcept":{"coding":[
                {"system":"https://codesystem.x12.org/005010/889","code":"C"}]}}],
              "code":{"coding":[{"system":"https://codesystem.x12.org/005010/901","code":"75"}]}}],
            "processNote":[{"number":1,"text":"The member id is not known."}]"""
                .formatted(PAS))
        .replace("\"complete\"", "\"error\"");
  }

  /** Values of wrong types and absurd sizes around one sound decision. */
  static String odd() {
    return response(
        """
        "item":[{"extension":[%s,%s,{"url":"%sextension-itemAuthorizedDetail","extension":[
          {"url":"quantity","valueQuantity":{"value":1e99}}]}],
          "itemSequence":99999999999999,"adjudication":[%s]}],
        "processNote":[{"number":-4,"text":"a\\u0000%s"}],"error":"none","preAuthRef":["AUTH"]"""
            .formatted(
                issued("soon"),
                period("2027-13-45").replace("2026-11-22", "2026"),
                PAS,
                adjudication("A1", ""),
                "x".repeat(10_000)));
  }

  static String response(String inside) {
    return bundle(claimResponse(inside));
  }

  static String adjudication(String action, String part) {
    return """
        {"extension":[{"url":"%1$sextension-reviewAction","extension":[%3$s
          {"url":"%1$sextension-reviewActionCode","valueCodeableConcept":{"coding":[
            {"system":"https://codesystem.x12.org/005010/306","code":"%2$s"}]}}]}],
         "category":{"coding":[{"code":"submitted"}]}}"""
        .formatted(PAS, action, part.isEmpty() ? "" : part + ",");
  }

  static String reason(String code, String text) {
    return """
        {"url":"reasonCode","valueCodeableConcept":{"coding":[
          {"system":"https://codesystem.x12.org/external/886","code":"%s"}],"text":"%s"}}"""
        .formatted(code, text);
  }

  static String detail(String code, int units) {
    return """
        {"url":"%sextension-itemAuthorizedDetail","extension":[
          {"url":"productOrServiceCode","valueCodeableConcept":{"coding":[
            {"system":"http://www.ama-assn.org/go/cpt","code":"%s"}]}},
          {"url":"quantity","valueQuantity":{"value":%d,"unit":"UN"}}]}"""
        .formatted(PAS, code, units);
  }

  private static String number(String number) {
    return "{\"url\":\"number\",\"valueString\":\"" + number + "\"}";
  }

  private static String issued(String day) {
    return "{\"url\":\"" + PAS + "extension-itemPreAuthIssueDate\",\"valueDate\":\"" + day + "\"}";
  }

  private static String period(String end) {
    return """
        {"url":"%sextension-itemPreAuthPeriod","valuePeriod":{"start":"2026-11-22","end":"%s"}}"""
        .formatted(PAS, end);
  }

  private static String claimResponse(String inside) {
    String number = "{\"system\":\"urn:trnorg:9123456789\",\"value\":\"TRN-1\"}";
    return """
        {"resourceType":"ClaimResponse","identifier":[%s],"status":"active",
         "use":"preauthorization","request":{"type":"Claim","identifier":%s},
         "outcome":"complete",%s}"""
        .formatted(number, number, inside);
  }

  static String bundle(String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries.append(entries.isEmpty() ? "" : ",");
      entries.append("{\"fullUrl\":\"urn:uuid:").append(java.util.UUID.randomUUID());
      entries.append("\",\"resource\":").append(resource).append("}");
    }
    return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}";
  }
}

package org.openpriorauth.story;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.story.PlainBrowser.Shown;

/**
 * What a person can look at and do on the screens with one request, as her browser sends it. {@code
 * EveryDoorTest} holds the addresses against the product: a new one that nobody walks is a red
 * test.
 *
 * @param page what the browser got with the request's page, and so hands back with its forms
 * @param sha256 of the packet that the page shows
 */
record ScreenDeeds(String request, String document, String field, String page, String sha256) {
  /** Addresses that show something. */
  static final List<String> SHOWING =
      List.of(
          "",
          "queue.xhtml",
          "queue.xhtml?show=ours",
          "account.xhtml",
          "people.xhtml",
          "api-keys.xhtml",
          "clinic.xhtml",
          "accuracy.xhtml",
          "language-model.xhtml",
          "clinics.xhtml",
          "audit.xhtml",
          "accesses.xhtml",
          "audit-file",
          "alerts.xhtml",
          "emergency.xhtml",
          "policies.xhtml",
          "policy.xhtml?example=example-cpap",
          "questionnaire-file?example=example-cpap",
          "checks.xhtml",
          "check-report?kind=hipaa",
          "code-words?system=icd10cm&q=back",
          "pulse",
          "request.xhtml?id={request}",
          "packet.xhtml?id={request}",
          "letter.xhtml?id={request}&kind=necessity",
          "review.xhtml?document={document}&page=1",
          "pulse?request={request}",
          "page-image?document={document}&page=1",
          "packet-file?request={request}",
          "packet-file?request={request}&page=1",
          "letter-text?request={request}&kind=necessity",
          "letter-file?request={request}&kind=necessity");

  /** Addresses that take something and show nothing. */
  static final List<String> TAKING = List.of("upload?request={request}", "verdict", "division");

  private static final String[] OWN = {"X-Screen", "1", "X-File-Name", "late.txt"};

  /** Every browser hands one back with a form; any will do. */
  private static final String[] AJAX = {"Faces-Request", "partial/ajax", "X-Screen", "1"};

  /** A case that is READY, as its own people see it. */
  static ScreenDeeds of(Api api, PlainBrowser browser, String request) {
    String place = "/api/v1/prior-authorizations/" + request;
    String document =
        api.get(place + "/documents").body().path("items").path(0).path("id").asText();
    return new ScreenDeeds(
        request,
        document,
        api.get("/api/v1/documents/" + document + "/extraction")
            .body()
            .path("fields")
            .path(0)
            .path("id")
            .asText(),
        browser.get("request.xhtml?id=" + request).state(),
        api.get(place + "/packet").text("sha256"));
  }

  String at(String place) {
    return place.replace("{request}", request).replace("{document}", document);
  }

  Shown upload(PlainBrowser who) {
    return who.post(at(TAKING.get(0)), "A late note.".getBytes(StandardCharsets.UTF_8), OWN);
  }

  /** On a field, a page, the whole document and what it is made of: all that there are. */
  List<Shown> verdicts(PlainBrowser who, String verdict) {
    return List.of(
        who.submit(
            "division",
            Map.of("document", document, "pages", "1", "first", "1", "type", "other"),
            OWN),
        who.submit("verdict", verdict(verdict, "field", field), OWN),
        who.submit("verdict", verdict(verdict, "page", "1"), OWN),
        who.submit("verdict", verdict(verdict, "reason", "because"), OWN));
  }

  private Map<String, String> verdict(String verdict, String name, String value) {
    return Map.of("document", document, "verdict", verdict, name, value);
  }

  Shown send(PlainBrowser who, String... ajax) {
    return press(who, "sending:go", ajax);
  }

  Shown again(PlainBrowser who, String... ajax) {
    return press(who, "anew:again", ajax);
  }

  Shown cancel(PlainBrowser who, String... ajax) {
    return press(who, "cancelling:end", ajax);
  }

  private Shown change(PlainBrowser who, String... ajax) {
    return press(who, "changing:note", ajax);
  }

  /** Every form of the page, as a page's reload and as an Ajax call. */
  void pressEverything(PlainBrowser who, java.util.function.BiConsumer<Shown, Boolean> then) {
    then.accept(send(who), false);
    then.accept(again(who), false);
    then.accept(change(who), false);
    then.accept(cancel(who), false);
    then.accept(send(who, AJAX), true);
    then.accept(again(who, AJAX), true);
    then.accept(change(who, AJAX), true);
    then.accept(cancel(who, AJAX), true);
  }

  private Shown press(PlainBrowser who, String button, String... ajax) {
    return who.submit("request.xhtml", fields(button, ajax.length > 0), ajax);
  }

  /** A pressed button with its form. */
  Map<String, String> fields(String button, boolean ajax) {
    String form = button.substring(0, button.indexOf(':'));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(form, form);
    fields.put(button, "pressed");
    fields.put("id", request);
    fields.put("sha256", sha256);
    if (ajax) {
      fields.put("jakarta.faces.partial.ajax", "true");
      fields.put("jakarta.faces.partial.execute", "@all");
      fields.put("jakarta.faces.partial.render", "@all");
      fields.put("jakarta.faces.source", button);
    }
    fields.put("jakarta.faces.ViewState", page);
    return fields;
  }
}

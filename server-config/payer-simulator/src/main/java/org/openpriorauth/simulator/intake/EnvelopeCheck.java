package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpriorauth.simulator.wire.Fhir;

/** The Bundle around the Claim: profile-pas-request-bundle, spec-11, spec-12, spec-16, spec-17. */
final class EnvelopeCheck {
  private static final int MOST_ENTRIES = 2000;
  private static final Set<String> ENTRY = Set.of("fullUrl", "resource", "id", "link", "extension");
  private static final Set<String> BUNDLE =
      Set.of(
          "resourceType",
          "id",
          "meta",
          "implicitRules",
          "language",
          "identifier",
          "type",
          "timestamp",
          "total",
          "link",
          "entry",
          "signature");

  /** Public kits accept version 4 only, so a good payer's stand-in does the same. */
  private static final Pattern VERSION_4 =
      Pattern.compile(
          "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private static final Pattern REST =
      Pattern.compile("https?://[^\\s]+/([A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})");

  private final JsonNode bundle;
  private final Findings findings;

  EnvelopeCheck(JsonNode bundle, Findings findings) {
    this.bundle = bundle;
    this.findings = findings;
  }

  void run(int mostClaims) {
    String type = Fhir.text(bundle, "resourceType");
    if (!"Bundle".equals(type)) {
      findings.add(
          "structure",
          "",
          "Parameters".equals(type)
              ? "The Bundle must be posted bare, not wrapped in Parameters (spec-11)."
              : "The body must be a Bundle (spec-11).");
      findings.stop();
    }
    head();
    List<JsonNode> entries = Fhir.list(bundle, "entry");
    findings.required(!entries.isEmpty(), "Bundle.entry", "The Bundle has no entries.");
    findings.rule(
        entries.size() <= MOST_ENTRIES, "Bundle.entry", "The Bundle has too many entries.");
    findings.stop();
    entries(entries);
    claims(entries, mostClaims);
    findings.stop();
  }

  private void head() {
    unknown(bundle, BUNDLE, "Bundle");
    findings.value(
        "collection".equals(Fhir.text(bundle, "type")),
        "Bundle.type",
        "The Bundle must be of type collection.");
    findings.required(
        Fhir.says(bundle.path("identifier"), "value"),
        "Bundle.identifier",
        "The Bundle needs an identifier with a value: the sender's transaction id.");
    String timestamp = Fhir.text(bundle, "timestamp");
    findings.required(!timestamp.isEmpty(), "Bundle.timestamp", "The Bundle needs a timestamp.");
    findings.value(
        timestamp.isEmpty() || instant(timestamp),
        "Bundle.timestamp",
        "The timestamp must be an instant: date, time to the second, and zone.");
  }

  private void entries(List<JsonNode> entries) {
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      String path = "Bundle.entry[" + i + "]";
      unknown(entry, ENTRY, path);
      findings.required(
          Fhir.says(entry.path("resource"), "resourceType"),
          path + ".resource",
          "Each entry needs a resource.");
      String url = Fhir.text(entry, "fullUrl");
      findings.required(!url.isEmpty(), path + ".fullUrl", "Each entry needs a fullUrl.");
      if (!url.isEmpty()) {
        findings.value(
            wellFormed(url, entry.path("resource")),
            path + ".fullUrl",
            "A fullUrl is a version-4 urn:uuid or the resource's absolute REST address (spec-16).");
        findings.rule(
            urls.add(url), path + ".fullUrl", "Two entries share this fullUrl (spec-15).");
      }
    }
  }

  private void claims(List<JsonNode> entries, int most) {
    findings.rule(
        "Claim".equals(Fhir.text(entries.get(0), "resource", "resourceType")),
        "Bundle.entry[0].resource",
        "The first entry must be the Claim (spec-12).");
    long claims =
        entries.stream()
            .filter(e -> "Claim".equals(Fhir.text(e, "resource", "resourceType")))
            .count();
    findings.rule(
        claims <= most,
        "Bundle.entry",
        most == 1
            ? "An inquiry holds exactly one Claim."
            : "A Bundle holds at most two Claims, the second as the prior version.");
  }

  private static boolean wellFormed(String url, JsonNode resource) {
    if (url.startsWith("urn:")) {
      return VERSION_4.matcher(url).matches();
    }
    var rest = REST.matcher(url);
    return rest.matches()
        && rest.group(1).equals(Fhir.text(resource, "resourceType"))
        && (!resource.has("id") || rest.group(2).equals(Fhir.text(resource, "id")));
  }

  private void unknown(JsonNode node, Set<String> known, String path) {
    for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext(); ) {
      String name = i.next().getKey();
      if (!known.contains(name) && !name.startsWith("_")) {
        findings.add("structure", path, "This place holds an element that does not belong there.");
      }
    }
  }

  private static boolean instant(String text) {
    try {
      OffsetDateTime.parse(text);
      return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}

package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpriorauth.samples.SampleCase;

/** What a clinic's administrator does once: the payer's rules, its electronic door, the doctors. */
public final class Administration {
  private static final List<String> PACKS =
      List.of("gbhp-lumbar-mri", "gbhp-therapy-visits", "gbhp-infliximab");

  /** Of those that come with the product, for services that the packs above do not cover. */
  private static final List<String> EXAMPLES =
      List.of(
          "example-adalimumab-rheumatoid-arthritis",
          "example-brain-mri",
          "example-cpap",
          "example-glp1-type-2-diabetes",
          "example-knee-replacement");

  private final RestClient admin;

  public Administration(RunningSystem system) {
    this.admin = RestClient.signIn(system, "ada");
  }

  /** Answers how many packs there are; a pack that is there already is answered as it is. */
  public int importPolicies() {
    PACKS.forEach(pack -> admin.post("/api/v1/policies", pack(pack)));
    ObjectNode payer = RestClient.JSON.createObjectNode().put("payer_id", payer());
    EXAMPLES.forEach(example -> admin.post("/api/v1/policies/examples/" + example, payer));
    return PACKS.size() + EXAMPLES.size();
  }

  /** Says where the payer answers. */
  public String openChannel(int simulatorPort) {
    String address = "http://127.0.0.1:" + simulatorPort + "/fhir";
    admin.put(
        "/api/v1/payers/" + payer() + "/channels/fhir",
        RestClient.JSON.createObjectNode().put("base_url", address));
    return address;
  }

  private String payer() {
    return admin.get("/api/v1/payers").path("items").path(0).path("id").asText();
  }

  /**
   * The provider with the sample's NPI, made if the clinic does not know it.
   *
   * @param role ordering or performing
   * @return its id
   */
  public String provider(SampleCase sample, String role) {
    String npi = sample.facts().get("provider." + role + ".npi");
    for (JsonNode known : admin.get("/api/v1/providers").path("items")) {
      if (known.path("npi").asText().equals(npi)) {
        return known.path("id").asText();
      }
    }
    String name = sample.facts().get("provider." + role + ".name");
    ObjectNode body = RestClient.JSON.createObjectNode().put("npi", npi);
    int title = name.indexOf(',');
    if (title < 0) {
      body.put("kind", "organization").put("name", name);
    } else {
      String person = name.substring(0, title);
      int gap = person.lastIndexOf(' ');
      body.put("kind", "person")
          .put("given_name", person.substring(0, gap))
          .put("name", person.substring(gap + 1));
    }
    return admin.post("/api/v1/providers", body).path("id").asText();
  }

  private static JsonNode pack(String name) {
    try (InputStream in = Administration.class.getResourceAsStream("/policies/" + name + ".json")) {
      return RestClient.JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

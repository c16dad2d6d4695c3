package org.openpriorauth.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openpriorauth.story.Api.Answer;

/**
 * A door of the REST interface, as the stories knock at it. {@code EveryDoorTest} holds the list
 * against the product's annotations: a door that nobody walks is a red test.
 *
 * @param path with the names of ids in braces
 * @param walk how it is walked: the number of the problem that another clinic's id meets; {@code
 *     own} if there is no clinic's id in its path; {@code secret} if it asks for its own instead of
 *     a token; {@code open} if it is open to everybody
 */
record Door(String verb, String path, String walk) {
  static final List<Door> ALL =
      """
      POST   /api/v1/auth/token                                               open
      POST   /api/v1/auth/login                                               open
      POST   /api/v1/auth/refresh                                             open
      POST   /api/v1/auth/logout                                              open
      POST   /api/v1/auth/backchannel-logout                                  open
      GET    /api/v1/auth/clinics                                             own
      POST   /api/v1/auth/clinics/active                                      own
      GET    /api/v1/auth/sessions                                            own
      DELETE /api/v1/auth/sessions                                            own
      DELETE /api/v1/auth/sessions/{session}                                  1110
      POST   /api/v1/auth/password                                            own
      GET    /api/v1/auth/mfa                                                 own
      POST   /api/v1/auth/mfa                                                 own
      POST   /api/v1/auth/mfa/confirm                                         own
      POST   /api/v1/auth/mfa/remove                                          own
      POST   /api/v1/auth/password/reset                                      open
      POST   /api/v1/auth/password/reset/confirm                              open
      GET    /api/v1/auth/invitations                                         own
      POST   /api/v1/auth/invitations                                         own
      DELETE /api/v1/auth/invitations/{invitation}                            1117
      POST   /api/v1/auth/invitations/look                                    open
      POST   /api/v1/auth/invitations/accept                                  open
      POST   /api/v1/auth/invitations/join                                    own
      GET    /api/v1/users                                                    own
      PUT    /api/v1/users/{user}/role                                        1114
      PUT    /api/v1/users/{user}/training                                    1114
      POST   /api/v1/users/{user}/deactivate                                  1114
      POST   /api/v1/users/{user}/reactivate                                  1114
      GET    /api/v1/users/{user}/sessions                                    1114
      DELETE /api/v1/users/{user}/sessions/{session}                          1114
      POST   /api/v1/users/{user}/mfa/reset                                   1114
      GET    /api/v1/api-keys                                                 own
      POST   /api/v1/api-keys                                                 own
      DELETE /api/v1/api-keys/{key}                                           1128
      GET    /api/v1/account/emergency-access                                 own
      POST   /api/v1/account/emergency-access                                 own
      DELETE /api/v1/account/emergency-access                                 own
      GET    /health                                                          open
      GET    /health/live                                                     open
      GET    /health/ready                                                    open
      POST   /fhir/notifications/{channel}                                    secret
      POST   /api/v1/auth/register-practice                                   open
      GET    /api/v1/clinics                                                  own
      POST   /api/v1/clinics                                                  own
      POST   /api/v1/clinics/{clinic}/administrators                          own
      GET    /api/v1/clinics/current                                          own
      PUT    /api/v1/clinics/current                                          own
      GET    /api/v1/clinics/current/networks                                 own
      PUT    /api/v1/clinics/current/networks                                 own
      PUT    /api/v1/clinics/current/reading                                  own
      GET    /api/v1/clinics/current/reading/accuracy                         own
      GET    /api/v1/clinics/current/language-model                           own
      PUT    /api/v1/clinics/current/language-model                           own
      POST   /api/v1/clinics/current/language-model/trial                     own
      GET    /api/v1/clinics/current/language-model/use                       own
      GET    /api/v1/clinics/current/language-model/prompts                   own
      PUT    /api/v1/clinics/current/language-model/prompts/{prompt}          own
      GET    /api/v1/payers                                                   own
      POST   /api/v1/payers                                                   own
      PUT    /api/v1/payers/{payer}                                           1204
      GET    /api/v1/payers/{payer}/channels/fhir                             1204
      PUT    /api/v1/payers/{payer}/channels/fhir                             1204
      GET    /api/v1/providers                                                own
      POST   /api/v1/providers                                                own
      PUT    /api/v1/providers/{provider}                                     1206
      GET    /api/v1/providers/{provider}/networks                            1206
      PUT    /api/v1/providers/{provider}/networks/{payer}                    1206
      GET    /api/v1/policies                                                 own
      POST   /api/v1/policies                                                 own
      GET    /api/v1/policies/schema                                          own
      GET    /api/v1/codes                                                    own
      GET    /api/v1/codes/editions                                           own
      GET    /api/v1/codes/{system}/{code}                                    own
      GET    /api/v1/policies/{policy}/diff                                   1604
      GET    /api/v1/policies/{policy}/questionnaire                          1604
      POST   /api/v1/policies/questionnaire                                   own
      GET    /api/v1/policies/examples                                        own
      POST   /api/v1/policies/examples/{example}                              own
      POST   /api/v1/patients                                                 own
      POST   /api/v1/patients/search                                          own
      GET    /api/v1/patients/{patient}                                       1201
      DELETE /api/v1/patients/{patient}                                       1201
      GET    /api/v1/patients/{patient}/coverages                             1201
      POST   /api/v1/patients/{patient}/coverages                             1201
      GET    /api/v1/prior-authorizations                                     own
      POST   /api/v1/prior-authorizations                                     own
      GET    /api/v1/prior-authorizations/{request}                           1301
      DELETE /api/v1/prior-authorizations/{request}                           1301
      PATCH  /api/v1/prior-authorizations/{request}                           1301
      PUT    /api/v1/prior-authorizations/{request}/providers                 1301
      POST   /api/v1/prior-authorizations/{request}/resume                    1301
      GET    /api/v1/prior-authorizations/{request}/documents                 1301
      POST   /api/v1/prior-authorizations/{request}/documents                 1301
      POST   /api/v1/prior-authorizations/{request}/uploads                   1301
      OPTIONS /api/v1/uploads                                                 open
      GET    /api/v1/uploads/{upload}                                         1520
      PATCH  /api/v1/uploads/{upload}                                         1520
      DELETE /api/v1/uploads/{upload}                                         1520
      GET    /api/v1/prior-authorizations/{request}/criteria                  1301
      POST   /api/v1/prior-authorizations/{request}/criteria                  1301
      PUT    /api/v1/prior-authorizations/{request}/criteria/{criterion}/override 1301
      POST   /api/v1/criteria/match                                           own
      GET    /api/v1/prior-authorizations/{request}/packet                    1301
      POST   /api/v1/prior-authorizations/{request}/packet                    1301
      GET    /api/v1/prior-authorizations/{request}/packet/content            1301
      GET    /api/v1/prior-authorizations/{request}/letters                   1301
      GET    /api/v1/prior-authorizations/{request}/letters/{kind}            1301
      PUT    /api/v1/prior-authorizations/{request}/letters/{kind}            1301
      DELETE /api/v1/prior-authorizations/{request}/letters/{kind}            1301
      GET    /api/v1/prior-authorizations/{request}/letters/{kind}/content    1301
      GET    /api/v1/prior-authorizations/{request}/letters/{kind}/template   1301
      POST   /api/v1/prior-authorizations/{request}/letters/{kind}/check      1301
      GET    /api/v1/prior-authorizations/{request}/letters/{kind}/versions/{version} 1301
      GET    /api/v1/prior-authorizations/{request}/submissions               1301
      POST   /api/v1/prior-authorizations/{request}/submissions               1301
      GET    /api/v1/prior-authorizations/{request}/determination             1301
      GET    /api/v1/prior-authorizations/{request}/timeline                  1301
      POST   /api/v1/documents/read                                           own
      GET    /api/v1/documents/{document}                                     1501
      GET    /api/v1/documents/{document}/content                             1501
      GET    /api/v1/documents/{document}/pages                               1501
      GET    /api/v1/documents/{document}/pages/{page}                        1501
      GET    /api/v1/documents/{document}/extraction                          1501
      PUT    /api/v1/documents/{document}/extraction                          1501
      PUT    /api/v1/documents/{document}/extraction/fields/{field}           1501
      PUT    /api/v1/documents/{document}/extraction/pages/{page}             1501
      PUT    /api/v1/documents/{document}/extraction/parts                    1501
      GET    /api/v1/submissions/{submission}                                 1703
      GET    /api/v1/submissions/{submission}/attempts/{attempt}              1703
      GET    /api/v1/audit/events                                             own
      GET    /api/v1/audit/alerts                                             own
      GET    /api/v1/audit/alerts/{alert}                                     1810
      PUT    /api/v1/audit/alerts/{alert}                                     1810
      GET    /api/v1/audit/accesses/{patient}                                 1201
      GET    /api/v1/audit/verification                                       own
      GET    /api/v1/audit/export                                             own
      GET    /api/v1/admin/checks                                             own
      GET    /api/v1/admin/checks/report                                      own
      GET    /api/v1/admin/checks/log-level                                   own
      PUT    /api/v1/admin/checks/log-level                                   own
      POST   /api/v1/admin/checks/caches                                      own
      GET    /api/v1/batch/jobs                                               own
      POST   /api/v1/batch/jobs/{job}/executions                              own
      GET    /api/v1/batch/executions/{execution}                             own
      """
          .lines()
          .map(line -> line.split("\\s+"))
          .map(words -> new Door(words[0], words[1], words[2]))
          .toList();

  /** The template's thanks: it needs no citation. */
  private static final String LETTER =
      """
      {"paragraphs": [{"item": false, "sentences": [{"text": "Thank you for your review."}]}]}""";

  /** Bodies in good form that are the same for everybody. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST search", "{\"name\": \"sample\"}"),
          Map.entry(
              "PUT {provider}",
              "{\"kind\": \"organization\", \"name\": \"A door's\", \"npi\": \"1777777719\"}"),
          Map.entry(
              "POST providers",
              "{\"kind\": \"organization\", \"name\": \"A door's\", \"npi\": \"1777777719\"}"),
          Map.entry("POST administrators", "{\"email\": \"door@example.net\"}"),
          Map.entry("PUT role", "{\"role\": \"read_only\"}"),
          Map.entry("PUT language-model", "{\"adapter\": \"none\"}"),
          Map.entry("PUT reading", "{\"unseen_from\": 0.95}"),
          Map.entry("PUT networks", "{\"networks\": []}"),
          Map.entry("PUT training", "{\"until\": \"2027-01-31\"}"),
          Map.entry("POST invitations", "{\"email\": \"door@example.net\", \"role\": \"staff\"}"),
          Map.entry(
              "POST emergency-access",
              "{\"password\": \"not the password\", \"reason\": \"A door is knocked at in good form.\"}"),
          Map.entry("POST active", "{\"practice_id\": \"0193b000-0000-7000-8000-000000000009\"}"),
          Map.entry("POST join", "{\"token\": \"none\"}"),
          Map.entry("PUT log-level", "{\"area\": \"checks\", \"minutes\": 1}"),
          Map.entry("PUT override", "{\"reason\": \"because\"}"),
          Map.entry("PUT fhir", "{\"base_url\": \"https://payer.example.org\"}"),
          Map.entry("PUT {alert}", "{\"verdict\": \"unclear\", \"note\": \"A door's.\"}"),
          Map.entry("PUT extraction", "{\"verdict\": \"rejected\"}"),
          Map.entry("PUT {field}", "{\"verdict\": \"rejected\"}"),
          Map.entry("PUT {page}", "{\"verdict\": \"rejected\"}"),
          Map.entry(
              "PUT parts",
              "{\"parts\": [{\"type\": \"other\", \"first_page\": 1, \"last_page\": 1}]}"),
          Map.entry("PUT {kind}", LETTER),
          Map.entry("POST check", LETTER));

  boolean open() {
    return walk.equals("open");
  }

  /** Whether another clinic's ids can be put into it. */
  boolean foreign() {
    return walk.matches("\\d+");
  }

  /** Knocks in good form, so that nothing but the one who knocks can be refused. */
  Answer knock(Api who, Map<String, String> ids) {
    String place = at(ids);
    if (path.contains("/uploads")) {
      return Tus.knock(who, verb, place);
    }
    return switch (verb) {
      case "GET" -> who.get(place);
      case "DELETE" -> who.delete(place, "If-Match", "\"0\"");
      case "PATCH" -> who.patch(place, "{\"priority\": \"urgent\"}", "If-Match", "\"0\"");
      case "PUT" -> who.put(place, body(ids), "If-Match", "\"0\"");
      default ->
          path.endsWith("/documents") || path.endsWith("/documents/read")
              ? who.upload(place, "note.txt", "A note.".getBytes(StandardCharsets.UTF_8))
              : who.post(place, body(ids), "If-Match", "\"0\"");
    };
  }

  String at(Map<String, String> ids) {
    String place = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      place = place.replace("{" + id.getKey() + "}", id.getValue());
    }
    if (place.contains("{")) {
      throw new AssertionError("No id for " + place);
    }
    return place;
  }

  String body(Map<String, String> ids) {
    String door = verb + " " + path.substring(path.lastIndexOf('/') + 1);
    return switch (door) {
      case "POST patients" -> Cases.patientJson();
      case "POST coverages" -> Cases.coverageJson(ids.get("payer"), null, null);
      case "POST prior-authorizations" ->
          Cases.requestJson(ids.get("patient"), ids.get("coverage"));
      case "POST api-keys" ->
          "{\"name\": \"" + Newcomer.fresh() + "\", \"scope\": [\"patient:read\"]}";
      case "POST {example}" -> "{\"payer_id\": \"" + ids.get("payer") + "\"}";
      case "POST payers" -> payer("DOOR-" + Newcomer.fresh());
      case "PUT {payer}" ->
          path.contains("networks") ? "{\"status\": \"in_network\"}" : payer("DOOR");
      case "PUT providers" -> "{\"ordering_provider_id\": \"" + ids.get("provider") + "\"}";
      case "POST clinics" -> Practices.json("A door's").put("email", "door@example.net").toString();
      case "PUT current" -> Practices.details("A door's").toString();
      case "POST questionnaire" -> QuestionnaireStory.FORM;
      case "POST match" ->
          MatchStory.question("\"facts\": [{\"kind\": \"drug\", \"name\": \"A\"}]");
      default -> BODIES.getOrDefault(door, "{}");
    };
  }

  private static String payer(String code) {
    return "{\"name\": \"A door's\", \"payer_code\": \""
        + code
        + "\", \"impacted_by_cms0057\": true, \"standard_hours\": 168, \"expedited_hours\": 72}";
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }
}

package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PolicyDraft;
import org.openpriorauth.criteria.PolicyQuestionnaireService;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.LimitedStream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Packs as Questionnaires (FHIR R4), and payers' Questionnaires as drafts of packs. */
@RequestScoped
@Path("/api/v1/policies")
public class PolicyQuestionnaireResource {
  private static final String FHIR_JSON = "application/fhir+json";

  @Inject PolicyQuestionnaireService questionnaires;
  @Inject CurrentCaller caller;
  @Inject HttpServletRequest request;

  @GET
  @Path("{id}/questionnaire")
  @Produces(FHIR_JSON)
  public String questionnaire(@PathParam("id") UUID id) {
    return questionnaires.questionnaire(caller.get(), id);
  }

  /** Nothing is kept: what is completed comes back as a pack. */
  @POST
  @Path("questionnaire")
  @Consumes({FHIR_JSON, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  public PolicyDraft draft(
      @QueryParam("payer_id") UUID payerId, @QueryParam("code") List<String> codes)
      throws IOException {
    InputStream body =
        new LimitedStream(
            request.getInputStream(),
            PolicyQuestionnaireService.MOST_BYTES,
            () -> Problem.of(ErrorCode.TOO_LARGE, "A Questionnaire may have at most 1 MiB."));
    String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    return questionnaires.draft(caller.get(), json, payerId, codes);
  }
}

package org.openpriorauth.submission.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.submission.Decision;
import org.openpriorauth.submission.Determinations;
import org.openpriorauth.submission.SubmissionService;

/** What the payer decided, item by item. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/determination")
@Produces(MediaType.APPLICATION_JSON)
public class DeterminationResource {
  @Inject SubmissionService submissions;
  @Inject CurrentCaller caller;

  /**
   * @param outcome the request's state that follows
   * @param applied false if the request's state did not allow it: then a person must look
   * @param history what was said before, newest first
   */
  public record DeterminationJson(
      String outcome,
      String source,
      boolean applied,
      Instant receivedAt,
      String authorizationNumber,
      List<ItemJson> items,
      List<String> asks,
      List<String> notes,
      List<EarlierJson> history) {}

  public record EarlierJson(String outcome, String source, boolean applied, Instant receivedAt) {}

  /**
   * @param action the payer's review action, X12 306
   */
  public record ItemJson(
      int sequence,
      String outcome,
      String action,
      String authorizationNumber,
      String authorizedService,
      java.math.BigDecimal authorizedUnits,
      LocalDate validFrom,
      LocalDate validTo,
      List<String> reasons) {
    static ItemJson of(Decision.Line line) {
      return new ItemJson(
          line.sequence(),
          line.outcome().word(),
          line.action(),
          line.authorizationNumber(),
          line.service(),
          line.units(),
          line.validFrom(),
          line.validTo(),
          line.reasons());
    }
  }

  @GET
  public DeterminationJson get(@PathParam("request") UUID request) {
    List<Determinations.Said> all = submissions.determinations(caller.get(), request);
    Determinations.Said last = all.get(0);
    return new DeterminationJson(
        last.outcome(),
        last.source(),
        last.applied(),
        last.receivedAt(),
        last.decision().authorizationNumber(),
        last.decision().lines().stream().map(ItemJson::of).toList(),
        last.decision().asks(),
        last.decision().notes(),
        all.stream()
            .skip(1)
            .map(s -> new EarlierJson(s.outcome(), s.source(), s.applied(), s.receivedAt()))
            .toList());
  }
}

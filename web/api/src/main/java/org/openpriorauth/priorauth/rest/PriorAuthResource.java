package org.openpriorauth.priorauth.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.ExternalIds;
import org.openpriorauth.door.rest.PageKey;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.CancelReason;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;

/**
 * Prior authorizations: made, read, listed by page key, changed and cancelled against a version.
 */
@RequestScoped
@Path("/api/v1/prior-authorizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PriorAuthResource {
  private static final int LARGEST_PAGE = 200;

  @Inject PriorAuthService requests;
  @Inject ExternalIds externalIds;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  public record RowJson(
      UUID id,
      String paNumber,
      String state,
      String priority,
      UUID patientId,
      UUID payerId,
      String payerName,
      Instant createdAt,
      Instant stateSince) {}

  /**
   * @param next hand it back as {@code after} for the next page; null at the end
   */
  public record PageJson(List<RowJson> items, String next) {}

  @POST
  public Response create(PriorAuthJson.NewJson body) {
    UUID patient = externalIds.patient(body.patientId());
    PriorAuthJson made = PriorAuthJson.of(requests.create(caller.get(), body.toCommand(patient)));
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @GET
  public PageJson list(
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    PriorAuthService.Page page =
        requests.list(
            caller.get(),
            state == null ? null : stateOf(state),
            key(after),
            Math.max(1, Math.min(limit, LARGEST_PAGE)));
    Map<UUID, String> payers =
        requests.payerNames(
            caller.get(),
            page.rows().stream().map(PriorAuthRepository.Row::payerId).collect(Collectors.toSet()));
    return new PageJson(
        page.rows().stream().map(row -> row(row, payers)).toList(),
        page.next() == null ? null : new PageKey(page.next().createdAt(), page.next().id()).word());
  }

  @GET
  @Path("{request}")
  public Response get(@PathParam("request") UUID request) {
    PriorAuthJson found = PriorAuthJson.of(requests.get(caller.get(), request));
    return Response.ok(found).tag(Versions.tag(found.version())).build();
  }

  /** Changes what is named and leaves the rest; needs {@code If-Match}. */
  @PATCH
  @Path("{request}")
  public Response change(
      @PathParam("request") UUID request,
      @HeaderParam("If-Match") String seen,
      PriorAuthJson.ChangeJson body) {
    PriorAuthJson changed =
        PriorAuthJson.of(
            requests.change(caller.get(), request, Versions.seen(seen), body.toCommand()));
    return Response.ok(changed).tag(Versions.tag(changed.version())).build();
  }

  /** Says who orders and who performs; needs {@code If-Match}. */
  @PUT
  @Path("{request}/providers")
  public Response assign(
      @PathParam("request") UUID request,
      @HeaderParam("If-Match") String seen,
      PriorAuthJson.ProvidersJson body) {
    PriorAuthJson changed =
        PriorAuthJson.of(
            requests.assign(caller.get(), request, Versions.seen(seen), body.toCommand()));
    return Response.ok(changed).tag(Versions.tag(changed.version())).build();
  }

  /**
   * Needs {@code If-Match} with the version that the caller saw.
   *
   * @param reason a word of {@link CancelReason}, or nothing
   */
  @DELETE
  @Path("{request}")
  public Response cancel(
      @PathParam("request") UUID request,
      @HeaderParam("If-Match") String seen,
      @QueryParam("reason") String reason) {
    PriorAuthJson cancelled =
        PriorAuthJson.of(
            requests.cancel(
                caller.get(),
                request,
                Versions.seen(seen),
                Optional.ofNullable(reason).map(PriorAuthResource::reasonOf)));
    return Response.ok(cancelled).tag(Versions.tag(cancelled.version())).build();
  }

  /** Takes up what could not be sent, to send or correct it; needs {@code If-Match}. */
  @POST
  @Path("{request}/resume")
  public Response resume(@PathParam("request") UUID request, @HeaderParam("If-Match") String seen) {
    PriorAuthJson resumed =
        PriorAuthJson.of(requests.takeUp(caller.get(), request, Versions.seen(seen)));
    return Response.ok(resumed).tag(Versions.tag(resumed.version())).build();
  }

  private static PriorAuthRepository.Key key(String after) {
    if (after == null) {
      return null;
    }
    PageKey read = PageKey.read(after);
    return new PriorAuthRepository.Key(read.at(), read.id());
  }

  private static RowJson row(PriorAuthRepository.Row row, Map<UUID, String> payers) {
    return new RowJson(
        row.id(),
        row.paNumber(),
        row.state().name(),
        row.priority(),
        row.patientId(),
        row.payerId(),
        payers.get(row.payerId()),
        row.createdAt(),
        row.stateSince());
  }

  private static PriorAuthState stateOf(String word) {
    try {
      return PriorAuthState.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("", "state", "There is no such state.");
    }
  }

  private static CancelReason reasonOf(String word) {
    try {
      return CancelReason.valueOf(word);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("", "reason", "There is no such reason.");
    }
  }
}

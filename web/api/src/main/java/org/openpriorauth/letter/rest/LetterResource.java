package org.openpriorauth.letter.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.letter.LetterService;
import org.openpriorauth.letter.LetterVersion;
import org.openpriorauth.letter.LetterView;
import org.openpriorauth.packet.LetterKind;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.packet.model.LetterRepository;

/** The letters of a request: taken from the template, written, judged, saved by version. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/letters")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
  @Inject LetterService letters;
  @Inject CurrentCaller caller;

  /**
   * @param holds whether it may be sent as it is
   */
  public record RowJson(
      String kind, int version, boolean holds, Instant updatedAt, UUID updatedBy) {}

  public record ListJson(List<RowJson> items) {}

  @GET
  public ListJson list(@PathParam("request") UUID request) {
    return new ListJson(
        letters.list(caller.get(), request).stream().map(LetterResource::row).toList());
  }

  @GET
  @Path("{kind}")
  public Response get(@PathParam("request") UUID request, @PathParam("kind") String kind) {
    return tagged(letters.get(caller.get(), request, LetterKind.of(kind)));
  }

  /** Saves the next version; needs {@code If-Match}, {@code "0"} for the first. */
  @PUT
  @Path("{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(
      @PathParam("request") UUID request,
      @PathParam("kind") String kind,
      @HeaderParam("If-Match") String seen,
      LetterText body) {
    return tagged(
        letters.save(caller.get(), request, LetterKind.of(kind), Versions.seen(seen), body));
  }

  /** Goes back to the template; needs {@code If-Match}. No version is lost. */
  @DELETE
  @Path("{kind}")
  public Response reset(
      @PathParam("request") UUID request,
      @PathParam("kind") String kind,
      @HeaderParam("If-Match") String seen) {
    return tagged(letters.reset(caller.get(), request, LetterKind.of(kind), Versions.seen(seen)));
  }

  @GET
  @Path("{kind}/template")
  public LetterView template(@PathParam("request") UUID request, @PathParam("kind") String kind) {
    return letters.template(caller.get(), request, LetterKind.of(kind));
  }

  /** Judges a text and saves nothing. */
  @POST
  @Path("{kind}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  public LetterView check(
      @PathParam("request") UUID request, @PathParam("kind") String kind, LetterText body) {
    return letters.check(caller.get(), request, LetterKind.of(kind), body);
  }

  @GET
  @Path("{kind}/versions/{version}")
  public LetterVersion version(
      @PathParam("request") UUID request,
      @PathParam("kind") String kind,
      @PathParam("version") String version) {
    if (!version.matches("\\d{1,9}")) {
      throw Problem.of(ErrorCode.LETTER_NOT_FOUND);
    }
    return letters.version(caller.get(), request, LetterKind.of(kind), Integer.parseInt(version));
  }

  @GET
  @Path("{kind}/content")
  @Produces("application/pdf")
  public Response content(@PathParam("request") UUID request, @PathParam("kind") String kind) {
    byte[] pdf = letters.pdf(caller.get(), request, LetterKind.of(kind));
    return Response.ok(pdf, "application/pdf")
        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
        .build();
  }

  private static Response tagged(LetterView view) {
    return Response.ok(view).tag(Versions.tag(view.version())).build();
  }

  private static RowJson row(LetterRepository.Row row) {
    return new RowJson(row.kind(), row.version(), row.holds(), row.updatedAt(), row.updatedBy());
  }
}

package org.openpriorauth.extraction.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.extraction.DivisionService;
import org.openpriorauth.extraction.ExtractionService;

/** What was read in a document, and what people settle about it. */
@RequestScoped
@Path("/api/v1/documents/{id}/extraction")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExtractionResource {
  @Inject ExtractionService extractions;
  @Inject DivisionService divisions;
  @Inject CurrentCaller caller;

  /**
   * @param verdict accepted, changed (with a value) or rejected
   */
  public record VerdictJson(
      @NotNull @Pattern(
              regexp = "accepted|changed|rejected",
              message = "must be accepted, changed or rejected")
          String verdict,
      @Size(max = 500) String value,
      @Size(max = 500) String reason) {
    ExtractionService.Verdict toCommand() {
      return new ExtractionService.Verdict(verdict, value, reason);
    }
  }

  /**
   * The documents that came together in it.
   *
   * @param parts all pages, in order and without a gap
   */
  public record PartsJson(
      @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid PartJson> parts) {
    List<DivisionService.Said> toCommand() {
      return parts.stream()
          .map(p -> new DivisionService.Said(p.type(), p.firstPage(), p.lastPage()))
          .toList();
    }
  }

  public record PartJson(@NotNull @Size(max = 40) String type, int firstPage, int lastPage) {}

  @GET
  public ExtractionJson get(@PathParam("id") UUID id) {
    return ExtractionJson.of(extractions.get(caller.get(), id));
  }

  @PUT
  @Path("fields/{field}")
  public ExtractionJson verify(
      @PathParam("id") UUID id, @PathParam("field") UUID field, VerdictJson body) {
    extractions.verify(caller.get(), id, field, body.toCommand());
    return get(id);
  }

  /** Takes the whole document out, or says that it is what it was read as. */
  @PUT
  public ExtractionJson claim(@PathParam("id") UUID id, VerdictJson body) {
    extractions.claimDocument(caller.get(), id, body.toCommand());
    return get(id);
  }

  /** Says whether a page is the patient's. */
  @PUT
  @Path("pages/{number}")
  public ExtractionJson claim(
      @PathParam("id") UUID id, @PathParam("number") int number, VerdictJson body) {
    extractions.claimPage(caller.get(), id, number, body.toCommand());
    return get(id);
  }

  /** Says which documents came together in it; what its pages tell is read anew. */
  @PUT
  @Path("parts")
  public ExtractionJson divide(@PathParam("id") UUID id, PartsJson body) {
    divisions.say(caller.get(), id, body.toCommand());
    return get(id);
  }
}

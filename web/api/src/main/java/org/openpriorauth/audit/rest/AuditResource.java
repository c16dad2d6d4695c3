package org.openpriorauth.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.audit.AuditService;
import org.openpriorauth.audit.AuditService.Page;
import org.openpriorauth.audit.AuditService.Piece;
import org.openpriorauth.audit.AuditService.Place;
import org.openpriorauth.audit.Inspection;
import org.openpriorauth.audit.model.AuditSearch.Access;
import org.openpriorauth.audit.model.AuditSearch.Key;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.door.rest.PageKey;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.network.Limit;

/** The audit trail for who watches over it. */
@Limited(Limit.SEARCH)
@RequestScoped
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  private static final int LARGEST_PAGE = 500;

  @Inject AuditService audit;
  @Inject CurrentCaller caller;

  /**
   * @param next hand it back as {@code after} for the next page; null at the end
   */
  public record EventsJson(List<EventJson> items, String next) {}

  public record AccessesJson(List<Access> items) {}

  @GET
  @Path("events")
  public EventsJson events(
      @BeanParam AuditQuery query,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    Page page =
        audit.find(
            caller.get(), query.wanted(), key(after), Math.max(1, Math.min(limit, LARGEST_PAGE)));
    return new EventsJson(
        page.lines().stream().map(EventJson::of).toList(),
        page.next() == null ? null : new PageKey(page.next().at(), page.next().id()).word());
  }

  /** Who looked at the patient's record or changed it, by day and person. */
  @GET
  @Path("accesses/{patient}")
  public AccessesJson accesses(@PathParam("patient") UUID patient) {
    return new AccessesJson(audit.accesses(caller.get(), patient));
  }

  /** A stretch of the chain of seals; {@code next} says where to go on. */
  @GET
  @Path("verification")
  public Inspection.Result verify(@QueryParam("from") @DefaultValue("1") long from) {
    return audit.verify(caller.get(), from);
  }

  /** Everything, sealed and not yet, as lines that {@code audit-seal.jar} verifies by itself. */
  @GET
  @Path("export")
  @Produces({"application/jsonl", MediaType.APPLICATION_JSON})
  public Response export() {
    Caller who = caller.get();
    Piece first = audit.export(who, Place.FIRST);
    StreamingOutput all =
        out -> {
          Piece piece = first;
          piece.write(out);
          while (piece.next() != null) {
            piece = audit.export(who, piece.next());
            piece.write(out);
          }
        };
    return Response.ok(all, "application/jsonl")
        .header("Content-Disposition", "attachment; filename=audit.jsonl")
        .build();
  }

  private static Key key(String after) {
    if (after == null) {
      return null;
    }
    PageKey read = PageKey.read(after);
    return new Key(read.at(), read.id());
  }
}

package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.extraction.PageImageService;
import org.openpriorauth.extraction.PageRecord;

/** One document: how far it is, and what its pages hold. */
@RequestScoped
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {
  @Inject Documents documents;
  @Inject DocumentService service;
  @Inject PageRecord pages;
  @Inject PageImageService images;
  @Inject CurrentCaller caller;

  public record PageJson(int number, String source, int rotation, List<String> flags, String text) {
    static PageJson of(PageRecord.PageView page) {
      return new PageJson(
          page.number(), page.source(), page.rotation(), page.flags(), page.content().text());
    }
  }

  public record PagesJson(List<PageJson> items) {}

  @GET
  @Path("{id}")
  public DocumentView get(@PathParam("id") UUID id) {
    return documents.get(caller.get(), id);
  }

  /** The file as it came in. Its name may be a patient's, so it is told here and in no address. */
  @GET
  @Path("{id}/content")
  @Produces(MediaType.WILDCARD)
  public Response content(@PathParam("id") UUID id) {
    DocumentView document = documents.get(caller.get(), id);
    String name = URLEncoder.encode(document.fileName(), StandardCharsets.UTF_8);
    return Response.ok(service.content(caller.get(), id), document.mediaType())
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name.replace("+", "%20"))
        .build();
  }

  @GET
  @Path("{id}/pages")
  public PagesJson pages(@PathParam("id") UUID id) {
    return new PagesJson(pages.pages(caller.get(), id).stream().map(PageJson::of).toList());
  }

  @GET
  @Path("{id}/pages/{number}")
  @Produces("image/png")
  public Response page(@PathParam("id") UUID id, @PathParam("number") int number) {
    return Response.ok(images.image(caller.get(), id, number), "image/png").build();
  }
}

package org.openpriorauth.language.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.language.PromptService;
import org.openpriorauth.language.PromptService.PromptView;

/** The words that the clinic's language model is asked with. */
@RequestScoped
@Path("/api/v1/clinics/current/language-model/prompts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromptResource {
  @Inject PromptService prompts;
  @Inject CurrentCaller caller;

  public record PromptsJson(List<PromptView> items) {}

  /**
   * @param words null to go back to the product's
   */
  public record WordsJson(@Size(max = 10_000) String words) {}

  @GET
  public PromptsJson list() {
    return new PromptsJson(prompts.list(caller.get()));
  }

  /** Needs {@code If-Match} with the version that the list shows. */
  @PUT
  @Path("{prompt}")
  public Response change(
      @PathParam("prompt") String prompt, @HeaderParam("If-Match") String seen, WordsJson body) {
    PromptView view = prompts.change(caller.get(), prompt, Versions.seen(seen), body.words());
    return Response.ok(view).tag(Versions.tag(view.version())).build();
  }
}

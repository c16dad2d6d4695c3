package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.ApiKeyService;
import org.openpriorauth.identity.ApiKeyService.KeyView;
import org.openpriorauth.identity.ApiKeyService.Made;

/** Keys for other systems, shown as {@code X-API-Key} instead of a token. */
@RequestScoped
@Path("/api/v1/api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {
  private static final int DAYS = 90;

  @Inject ApiKeyService keys;
  @Inject CurrentCaller caller;

  /**
   * @param scope permissions by name
   * @param days until it ends; 90 if null
   */
  public record NewJson(
      @NotBlank @Size(max = 80) String name,
      @NotNull @Size(max = 50) List<@NotNull @Size(max = 40) String> scope,
      Integer days) {}

  public record KeysJson(List<KeyView> items) {}

  @GET
  public KeysJson list() {
    return new KeysJson(keys.list(caller.get()));
  }

  /** The answer is the only one with the key in it. */
  @POST
  public Response make(NewJson body) {
    Made made =
        keys.make(
            caller.get(),
            new ApiKeyService.Wanted(
                body.name().strip(),
                Set.copyOf(body.scope()),
                body.days() == null ? DAYS : body.days()));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  @DELETE
  @Path("{key}")
  public void revoke(@PathParam("key") UUID key) {
    keys.revoke(caller.get(), key);
  }
}

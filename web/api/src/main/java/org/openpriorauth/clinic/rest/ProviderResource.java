package org.openpriorauth.clinic.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.clinic.ProviderService;
import org.openpriorauth.clinic.ProviderService.ProviderView;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;

/** Who orders and performs. */
@RequestScoped
@Path("/api/v1/providers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {
  @Inject ProviderService providers;
  @Inject CurrentCaller caller;

  /**
   * @param name family name, or the organization's
   * @param active null counts as true; a new one is
   */
  public record DetailsJson(
      @NotNull @Pattern(regexp = "person|organization", message = "must be person or organization") String kind,
      @Size(max = 100) String givenName,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 10) String npi,
      @Size(max = 100) String specialty,
      @Size(max = 40) String phone,
      Boolean active) {
    Provider.Details details() {
      return new Provider.Details(kind, givenName, name, npi, specialty, phone);
    }
  }

  public record ProviderJson(
      UUID id,
      String kind,
      String givenName,
      String name,
      String npi,
      String specialty,
      String phone,
      boolean active,
      long version) {
    static ProviderJson of(ProviderView view) {
      Provider.Details d = view.details();
      return new ProviderJson(
          view.id(),
          d.kind(),
          d.givenName(),
          d.name(),
          d.npi(),
          d.specialty(),
          d.phone(),
          view.active(),
          view.version());
    }
  }

  public record ProvidersJson(List<ProviderJson> items) {}

  @GET
  public ProvidersJson list() {
    return new ProvidersJson(providers.list(caller.get()).stream().map(ProviderJson::of).toList());
  }

  @POST
  public Response add(DetailsJson body) {
    ProviderView made = providers.add(caller.get(), body.details());
    return Response.status(Response.Status.CREATED)
        .entity(ProviderJson.of(made))
        .tag(Versions.tag(made.version()))
        .build();
  }

  /** Needs {@code If-Match}. */
  @PUT
  @Path("{provider}")
  public Response change(
      @PathParam("provider") UUID provider,
      @HeaderParam("If-Match") String seen,
      DetailsJson body) {
    ProviderView changed =
        providers.change(
            caller.get(),
            provider,
            Versions.seen(seen),
            body.details(),
            body.active() == null || body.active());
    return Response.ok(ProviderJson.of(changed)).tag(Versions.tag(changed.version())).build();
  }
}

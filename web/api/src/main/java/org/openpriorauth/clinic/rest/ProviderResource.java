package org.openpriorauth.clinic.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.clinic.ProviderService;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.door.rest.CurrentCaller;

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
   */
  public record NewJson(
      @NotNull @Pattern(regexp = "person|organization", message = "must be person or organization") String kind,
      @Size(max = 100) String givenName,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 10) String npi,
      @Size(max = 100) String specialty,
      @Size(max = 40) String phone) {}

  public record ProviderJson(
      UUID id,
      String kind,
      String givenName,
      String name,
      String npi,
      String specialty,
      String phone) {
    static ProviderJson of(ProviderService.ProviderView view) {
      Provider.Details d = view.details();
      return new ProviderJson(
          view.id(), d.kind(), d.givenName(), d.name(), d.npi(), d.specialty(), d.phone());
    }
  }

  public record ProvidersJson(List<ProviderJson> items) {}

  @GET
  public ProvidersJson list() {
    return new ProvidersJson(providers.list(caller.get()).stream().map(ProviderJson::of).toList());
  }

  @POST
  public Response add(NewJson body) {
    ProviderService.ProviderView made =
        providers.add(
            caller.get(),
            new Provider.Details(
                body.kind(),
                body.givenName(),
                body.name(),
                body.npi(),
                body.specialty(),
                body.phone()));
    return Response.status(Response.Status.CREATED).entity(ProviderJson.of(made)).build();
  }
}

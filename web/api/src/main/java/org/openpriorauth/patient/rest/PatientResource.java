package org.openpriorauth.patient.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.network.Limit;
import org.openpriorauth.patient.CoverageService;
import org.openpriorauth.patient.PatientService;

/** Patients and their coverages. Searching is a POST: no name ever stands in an address. */
@RequestScoped
@Path("/api/v1/patients")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PatientResource {
  @Inject PatientService patients;
  @Inject CoverageService coverages;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  public record SearchJson(
      @Size(max = 100) String name, @Size(max = 50) String mrn, LocalDate birthDate) {}

  public record PatientsJson(List<PatientJson> items) {}

  public record CoveragesJson(List<CoverageJson> items) {}

  @POST
  public Response create(PatientJson body) {
    PatientJson made = PatientJson.of(patients.create(caller.get(), body.toIdentity()));
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @Limited(Limit.SEARCH)
  @POST
  @Path("search")
  public PatientsJson search(SearchJson body) {
    return new PatientsJson(
        patients.search(caller.get(), body.name(), body.mrn(), body.birthDate()).stream()
            .map(PatientJson::of)
            .toList());
  }

  @GET
  @Path("{patient}")
  public PatientJson get(@PathParam("patient") UUID patient) {
    return PatientJson.of(patients.get(caller.get(), patient));
  }

  @DELETE
  @Path("{patient}")
  public void delete(@PathParam("patient") UUID patient) {
    patients.delete(caller.get(), patient);
  }

  @POST
  @Path("{patient}/coverages")
  public Response addCoverage(@PathParam("patient") UUID patient, CoverageJson body) {
    CoverageJson made = CoverageJson.of(coverages.add(caller.get(), patient, body.toCommand()));
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @GET
  @Path("{patient}/coverages")
  public CoveragesJson coverages(@PathParam("patient") UUID patient) {
    return new CoveragesJson(
        coverages.list(caller.get(), patient).stream().map(CoverageJson::of).toList());
  }
}

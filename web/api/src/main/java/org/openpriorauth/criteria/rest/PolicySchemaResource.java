package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.openpriorauth.criteria.PolicySchema;
import org.openpriorauth.door.rest.CurrentCaller;

/** The form of a policy pack as JSON Schema. */
@RequestScoped
@Path("/api/v1/policies/schema")
public class PolicySchemaResource {
  @Inject PolicySchema schema;
  @Inject CurrentCaller caller;

  @GET
  @Produces("application/schema+json")
  public String get() {
    return schema.text(caller.get());
  }
}

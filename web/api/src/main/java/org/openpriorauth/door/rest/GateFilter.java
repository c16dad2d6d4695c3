package org.openpriorauth.door.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.openpriorauth.network.ClinicGate;

/** Once it is known who calls: refuses whom the clinic does not let in from there. */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
@ApplicationScoped
public class GateFilter implements ContainerRequestFilter {
  @Inject CurrentCaller current;
  @Inject ClinicGate gate;

  @Override
  public void filter(ContainerRequestContext request) {
    current.known().ifPresent(gate::check);
  }
}

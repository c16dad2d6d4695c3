package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.openpriorauth.chart.model.UploadElsewhere;
import org.openpriorauth.door.rest.ProblemMapper;

/** Tells a sender where to go on, in the header that the protocol has for it. */
@Provider
@ApplicationScoped
public class UploadElsewhereMapper implements ExceptionMapper<UploadElsewhere> {
  @Inject HttpServletRequest request;

  @Override
  public Response toResponse(UploadElsewhere elsewhere) {
    return Response.fromResponse(ProblemMapper.refusal(elsewhere, request))
        .header(UploadResource.OFFSET, elsewhere.offset())
        .build();
  }
}

package org.openpriorauth.submission.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.door.rest.LimitedStream;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.Limit;
import org.openpriorauth.submission.NotificationService;
import org.openpriorauth.submission.SubscriptionRecord;
import org.openpriorauth.wire.fhir.PasSubscriptions;

/** Where payers post their notifications (FHIR subscriptions, R4 backport, rest-hook). */
@Anonymous
@Limited(Limit.NOTIFICATION)
@RequestScoped
@Path("/fhir/notifications/{channel}")
@Consumes({"application/fhir+json", MediaType.APPLICATION_JSON})
public class NotificationResource {
  private static final long MOST_BYTES = 20L * 1024 * 1024;

  @Inject NotificationService notifications;
  @Inject SubscriptionRecord record;
  @Inject CurrentCaller caller;
  @Inject HttpServletRequest request;

  /** Kept before it is understood, and answered at once. */
  @POST
  public Response take(
      @PathParam("channel") UUID channel,
      @HeaderParam(PasSubscriptions.SECRET_HEADER) String secret)
      throws IOException {
    if (secret == null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    Caller payer = notifications.open(caller.anyone(), channel, secret);
    InputStream body =
        new LimitedStream(
            request.getInputStream(), MOST_BYTES, () -> Problem.of(ErrorCode.TOO_LARGE));
    record.keep(payer, channel, body.readAllBytes());
    return Response.ok().build();
  }
}

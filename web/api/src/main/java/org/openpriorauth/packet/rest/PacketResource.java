package org.openpriorauth.packet.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.packet.PacketContents;
import org.openpriorauth.packet.PacketService;

/** The exact pages that go to the payer. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/packet")
public class PacketResource {
  @Inject PacketService packets;
  @Inject PacketContents contents;
  @Inject CurrentCaller caller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public PacketService.PacketView get(@PathParam("request") UUID request) {
    return packets.get(caller.get(), request);
  }

  @GET
  @Path("content")
  @Produces("application/pdf")
  public Response content(@PathParam("request") UUID request) {
    return Response.ok(contents.pdf(caller.get(), request), "application/pdf")
        .header("Content-Disposition", "inline; filename=\"packet.pdf\"")
        .build();
  }

  /** Has it made anew; answers 202. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response again(@PathParam("request") UUID request) {
    packets.again(caller.get(), request);
    return Response.accepted().build();
  }
}

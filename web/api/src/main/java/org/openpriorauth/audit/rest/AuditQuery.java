package org.openpriorauth.audit.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.audit.model.AuditSearch.Wanted;
import org.openpriorauth.kernel.Problem;

/** What is looked for; what is absent is anything. */
public class AuditQuery {
  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("actor")
  String actor;

  @QueryParam("action")
  String action;

  @QueryParam("subject_id")
  String subjectId;

  @QueryParam("outcome")
  String outcome;

  @QueryParam("request_id")
  String requestId;

  @QueryParam("address")
  String address;

  @QueryParam("emergency")
  String emergency;

  /** True for what belongs to no clinic. */
  @QueryParam("nobodys")
  boolean nobodys;

  Wanted wanted() {
    return new Wanted(
        instant("from", from),
        instant("to", to),
        id("actor", actor),
        null,
        action,
        id("subject_id", subjectId),
        outcome,
        requestId,
        address,
        id("emergency", emergency),
        nobodys);
  }

  private static Instant instant(String name, String word) {
    try {
      return word == null ? null : Instant.parse(word);
    } catch (DateTimeException e) {
      throw Problem.invalid("", name, "A time looks like 2026-11-22T08:00:00Z.");
    }
  }

  private static UUID id(String name, String word) {
    try {
      return word == null ? null : UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("", name, "An id of ours is a UUID.");
    }
  }
}

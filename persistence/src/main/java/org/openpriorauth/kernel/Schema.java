package org.openpriorauth.kernel;

/** The database that this release was written for. */
public final class Schema {
  /**
   * The version of the newest migration in {@code db/migration}. Migrations are applied in order,
   * so a schema that holds this one holds all that this release needs.
   */
  public static final String NEWEST = "20261130090000";

  private Schema() {}
}

package org.openpriorauth.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource and where it lies: its place among the entries, its address, its content. */
public record Located(int index, String fullUrl, JsonNode resource) {
  public String type() {
    return Fhir.text(resource, "resourceType");
  }

  /** The FHIRPath expression of the resource, as errors name it. */
  public String path() {
    return "Bundle.entry[" + index + "].resource";
  }

  /** Within one bundle the place says it all; comparing whole resources would be slow. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Located that && that.index == index;
  }

  @Override
  public int hashCode() {
    return index;
  }
}

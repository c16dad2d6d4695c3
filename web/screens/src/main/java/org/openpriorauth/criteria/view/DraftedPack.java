package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;

/** A draft on its way into the form for packs. */
@RequestScoped
public class DraftedPack {
  private String json;

  /** Null where nothing was drafted. */
  String json() {
    return json;
  }

  void keep(String draft) {
    json = draft;
  }
}

package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.ClinicId;

/**
 * The store that the site chose, and behind it the former one while contents move over. Only what
 * is chosen is ever opened.
 */
@ApplicationScoped
public class ChosenStore {
  @Inject @Any Instance<DocumentStore> stores;

  @Inject
  @ConfigProperty(name = "openpriorauth.documents.store")
  String store;

  @Inject
  @ConfigProperty(name = "openpriorauth.documents.store.former")
  Optional<String> formerStore;

  void put(ClinicId clinic, UUID document, byte[] sealed) {
    current().put(clinic, document, sealed);
  }

  /**
   * @throws IllegalStateException if it is not there
   */
  byte[] get(ClinicId clinic, UUID document) {
    return current()
        .find(clinic, document)
        .or(() -> former().flatMap(former -> former.find(clinic, document)))
        // It may have moved between the two looks.
        .or(() -> former().flatMap(former -> current().find(clinic, document)))
        .orElseThrow(
            () -> new IllegalStateException("The content of document " + document + " is gone."));
  }

  /** Where contents go. */
  DocumentStore current() {
    return named(store, "openpriorauth.documents.store");
  }

  /** Where some still lie, while they move; a store that is current is not also former. */
  Optional<DocumentStore> former() {
    return formerStore
        .filter(name -> !name.equals(store))
        .map(name -> named(name, "openpriorauth.documents.store.former"));
  }

  private DocumentStore named(String name, String setting) {
    Instance<DocumentStore> named = stores.select(new StoreName.Literal(name));
    if (!named.isResolvable()) {
      throw new IllegalStateException(setting + " is neither file nor s3: " + name);
    }
    return named.get();
  }
}

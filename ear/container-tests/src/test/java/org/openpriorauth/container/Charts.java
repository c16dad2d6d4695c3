package org.openpriorauth.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.FieldCipher;

/** Documents as rows only: no content in the store, and no work of reading it. */
@ApplicationScoped
public class Charts {
  @Inject Transactions transactions;
  @Inject DocumentRepository documents;
  @Inject FieldCipher cipher;

  public List<UUID> documents(Caller caller, UUID request, int count) {
    return transactions.in(
        caller.clinic(),
        em -> IntStream.range(0, count).mapToObj(i -> document(caller, request)).toList());
  }

  private UUID document(Caller caller, UUID request) {
    ClinicalDocument document =
        new ClinicalDocument(
            caller.clinic(), caller.actor(), Instant.now(), request, "text/plain", 1);
    byte[] name = "a.txt".getBytes(StandardCharsets.UTF_8);
    byte[] index = document.id().toString().getBytes(StandardCharsets.UTF_8);
    document.sealed(
        cipher.seal("clinical_document.file_name", document.id(), name), index, new byte[] {1});
    documents.add(document);
    return document.id();
  }
}

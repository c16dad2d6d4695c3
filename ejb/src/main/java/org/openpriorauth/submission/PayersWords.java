package org.openpriorauth.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionRepository.Attempt;

/** What payers say when they refuse: kept sealed, because it may name a patient. */
@ApplicationScoped
public class PayersWords {
  private static final String PROBLEM = "submission.problem";
  private static final String DETAIL = "submission_attempt.detail/";

  @Inject FieldCipher cipher;

  byte[] problem(UUID submission, PayerReply reply) {
    return cipher.seal(PROBLEM, submission, reply.detail().getBytes(StandardCharsets.UTF_8));
  }

  byte[] detail(UUID submission, int number, PayerReply reply) {
    byte[] words = reply.detail().getBytes(StandardCharsets.UTF_8);
    return cipher.seal(DETAIL + number, submission, words);
  }

  /** Null if nothing is wrong. */
  String problem(Submission submission) {
    byte[] sealed = submission.sealedProblem();
    return sealed == null ? null : text(cipher.open(PROBLEM, submission.id(), sealed));
  }

  /** Null while the attempt runs. */
  String detail(UUID submission, Attempt attempt) {
    return attempt.detail() == null
        ? null
        : text(cipher.open(DETAIL + attempt.number(), submission, attempt.detail()));
  }

  private static String text(byte[] plain) {
    return new String(plain, StandardCharsets.UTF_8);
  }
}

package org.openpriorauth.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  @Test
  void numbersAreUnique() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code)).doesNotHaveDuplicates();
  }

  @Test
  void thePageListsEachNumberWithItsTitle() throws IOException {
    String page = Files.readString(Path.of("../ear/docs/errors.md"));
    for (ErrorCode code : ErrorCode.values()) {
      String status =
          code.kind() == ErrorCode.Kind.STATE ? "(document|submission|log)" : "\\d{3}(, document)?";
      assertThat(page)
          .containsPattern(
              "(?m)^\\| %s \\| %s \\| %s \\|$"
                  .formatted(code.code(), Pattern.quote(code.title()), status));
    }
  }
}

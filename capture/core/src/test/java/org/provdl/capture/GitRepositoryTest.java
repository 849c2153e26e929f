package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  @TempDir private Path directory;

  @Test
  void tellsCommitBranchAndRemoteWithoutThePassword() throws Exception {
    try (Git git = repository()) {
      git.remoteAdd()
          .setName("origin")
          .setUri(new URIish("https://ada:secret@example.org/digits.git"))
          .call();
      String commit = git.getRepository().resolve("HEAD").name();
      assertThat(describe())
          .isEqualTo(new SourceCode(commit, "main", "https://example.org/digits.git", false));
    }
  }

  @Test
  void aNewFileMakesItDirty() throws Exception {
    repository().close();
    Files.writeString(directory.resolve("new.txt"), "new");
    assertThat(describe()).returns(true, SourceCode::dirty);
  }

  @Test
  void aDetachedHeadHasNoBranch() throws Exception {
    try (Git git = repository()) {
      git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
      assertThat(describe()).returns(null, SourceCode::branch);
    }
  }

  @Test
  void aRepositoryWithoutACommitTellsNothing() throws GitAPIException {
    Git.init().setDirectory(directory.toFile()).call().close();
    assertThat(describe()).isNull();
  }

  @Test
  void aFolderBelowBelongsToTheRepository() throws Exception {
    repository().close();
    Path below = Files.createDirectories(directory.resolve("a/b"));
    assertThat(GitRepository.find(below)).isPresent();
  }

  private @Nullable SourceCode describe() {
    return GitRepository.find(directory).orElseThrow().describe();
  }

  private Git repository() throws GitAPIException, IOException {
    Git git = Git.init().setInitialBranch("main").setDirectory(directory.toFile()).call();
    Files.writeString(directory.resolve("code.txt"), "code");
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setMessage("Begin")
        .setAuthor("Ada", "ada@example.org")
        .setCommitter("Ada", "ada@example.org")
        .call();
    return git;
  }
}

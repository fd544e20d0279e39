// The chain from documents to network is written here.

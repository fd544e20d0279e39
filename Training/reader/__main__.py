"""python -m reader train|evaluate|export --help"""

import argparse


def main():
    parser = argparse.ArgumentParser(prog="reader", description="Make the weights of the neural reader.")
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train, or go on with training")
    train.add_argument("--minutes", type=float, default=60)
    train.add_argument("--threads", type=int, default=0, help="0: one, or two on an idle machine")
    train.add_argument("--seed", type=int, default=1)
    for command in (train,):
        command.add_argument("--corpora", required=True, help="folder of the extracted corpora")
        command.add_argument("--encoder", required=True, help="folder with model.safetensors and tokenizer.json")
        command.add_argument("--out", required=True, help="folder for what comes out")
    arguments = parser.parse_args()
    if arguments.command == "train":
        from .train import train as run

        run(arguments.corpora, arguments.encoder, arguments.out, arguments.minutes, arguments.seed, arguments.threads)


if __name__ == "__main__":
    main()

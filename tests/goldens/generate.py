"""Writes all goldens, NN-name.json beside this file. Run by hand: /usr/bin/python3 tests/goldens/generate.py [NN-name ...]"""

import os
import sys

sys.dont_write_bytecode = True

import activations
import attention
import autoencoders
import convolution
import differentiation
import embeddings
import gru
import hash_fill
import language_model
import linear_regression
import logistic_regression
import losses
import lstm
import networks
import optimizers
import rbm
import recurrent
import regularization
import storage
import text
import transformer
import vae

CHAPTERS = {
    module.CHAPTER: module
    for module in (storage, activations, losses, differentiation, optimizers, linear_regression, logistic_regression, networks, regularization, convolution, text, embeddings, recurrent, lstm, gru, attention, transformer, language_model, autoencoders, vae, rbm)
}


def main(names):
    unknown = [name for name in names if name not in CHAPTERS]
    if unknown:
        sys.exit(f"no goldens for {', '.join(unknown)}; there are {', '.join(CHAPTERS)}")

    hash_fill.self_test()
    for name in names or CHAPTERS:
        golden = CHAPTERS[name].goldens()
        golden.write(os.path.dirname(os.path.abspath(__file__)))
        print(f"{name}.json: {len(golden.tensors)} tensors")


if __name__ == "__main__":
    main(sys.argv[1:])

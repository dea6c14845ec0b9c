"""Trains the reader: python3 train.py --encoder ENCODER.onnx --tokenizer TOKENIZER.json --statements A.jsonl --names B.txt... --out DIR"""
import argparse
import json
import os
import pathlib
import random
import time

import torch
from torch.nn import functional as F

import data
from model import HEADS, INSIDE_CONTENT, POINTERS, Reader
from words import WordPiece

INPUTS = ("pieces", "mask", "shape", "place", "first", "convention")
WEIGHTS = {"names": 1.0, "content": 1.0, "cue": 1.0, "source": 1.0, "tags": 0.3, "content_type": 0.3, "inner": 1.0, "to_source": 0.5, "to_cue": 0.5,
           "vectors": 1.0, "states": 1.0}


def losses(outputs, batch):
    """Returns the loss of each head over the words that have labels for it."""
    found = {}
    for name, logits in zip([*HEADS, *POINTERS], outputs):
        if name in HEADS:
            if (batch[name] >= 0).any():
                found[name] = F.cross_entropy(logits.flatten(0, 1), batch[name].flatten(), ignore_index=data.IGNORE)
        else:
            rows, weights = batch[name]
            if len(rows):
                each = F.cross_entropy(logits[rows[:, 0], rows[:, 1]], rows[:, 2], reduction="none")
                found[name] = (each * weights).sum() / weights.sum()
    return found


IMITATED = 0.3                                       # minimum probability of content, by the teacher, for words whose pointers and types are imitated
TURNS = 4                                            # passes per use of each unlabelled text


def imitation(said, states, teacher, batch, layers):
    """
    Returns the distillation losses: the Kullback-Leibler divergence of each head from the teacher's (Hinton et al. 2015), and the
    distance of the words' vectors after the last layers from those after the given layers of the teacher (Sun et al. 2019).
    """
    inputs = [batch[k] for k in INPUTS]
    with torch.no_grad():
        theirs = teacher.read(*inputs)
        targets = teacher.score(theirs[-1], batch["first"])
    words = batch["first"] > 0
    content = words & (torch.softmax(targets[list(HEADS).index("content")], -1)[..., 0] < 1 - IMITATED)
    found = {}
    for name, mine, target in zip([*HEADS, *POINTERS], said, targets):
        rows = content if name in INSIDE_CONTENT else words
        if rows.any():
            found[name] = F.kl_div(torch.log_softmax(mine[rows], -1), torch.softmax(target[rows], -1), reduction="batchmean")
    apart = [F.mse_loss(mine[words].float(), target[words].float()) / target[words].float().var()
             for mine, target in zip(reversed(states), [theirs[number] for number in reversed(layers)])]
    found["vectors"] = apart[0]
    if apart[1:]:
        found["states"] = sum(apart[1:]) / len(apart[1:])
    return found


def main(arguments=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", help="ONNX file of the encoder to start from (default: random initialisation)")
    p.add_argument("--tokenizer", required=True, help="tokenizer.json of the encoder, or a vocabulary.txt")
    p.add_argument("--shape", type=json.loads, default={}, help="dimensions of the network as JSON, without --encoder")
    p.add_argument("--articles", nargs="*", default=[], help="JSON Lines with statements and names by our own conventions")
    p.add_argument("--articles-copies", type=int, default=1, help="number of times that these are read per pass over the other sets")
    p.add_argument("--statements", nargs="*", default=[], help="JSON Lines with statements by PolNeAR's conventions")
    p.add_argument("--statements-turns", type=int, default=1, help="number of passes in which each of these is read once")
    p.add_argument("--silver-names", help="JSON Lines with the names that another program found in the articles of --statements")
    p.add_argument("--names", nargs="*", default=[], help="CoNLL-2003 columns")
    p.add_argument("--texts", help="JSON Lines with unlabelled texts, for the teacher to label; a quarter of them per pass")
    p.add_argument("--out", required=True, type=pathlib.Path)
    p.add_argument("--steps", type=int, default=4500, help="number of steps, after which the learning rate is zero")
    p.add_argument("--minutes", type=float, default=1e9, help="time limit; the schedule is shortened to fit")
    p.add_argument("--rate", type=float, default=2.5e-4, help="maximum learning rate of the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--batch-pieces", type=int, default=1536)
    p.add_argument("--names-copies", type=int, default=1, help="number of times that the names are read per pass over the statements")
    p.add_argument("--names-weight", type=float, default=1, help="factor for the weight of the names in the loss")
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--float32", action="store_true", help="for processors without bfloat16 instructions")
    p.add_argument("--limit", type=int, help="maximum number of articles per set, for a trial")
    p.add_argument("--start", help="reader.pt to start from")
    p.add_argument("--teacher", help="reader.pt to distil, in addition to learning from the labels")
    p.add_argument("--like", nargs="+", type=int, default=[-1], help="the teacher's layers, from 0, that the last layers of the reader imitate")
    p.add_argument("--labels", type=float, default=0.5, help="weight of the labels, with a teacher")
    p.add_argument("--resume", action="store_true", help="resume from the checkpoint in --out")
    a = p.parse_args(arguments)

    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    word_piece = WordPiece.of(a.tokenizer)
    word_piece.write_vocabulary(a.out / "vocabulary.txt")
    silver = data.read_silver(a.silver_names) if a.silver_names else None
    ours = data.read_ours(a.articles, silver)[:a.limit]
    statements = [x for path in a.statements for x in data.read_statements(path, silver)][:a.limit]
    conll = [x for path in a.names for x in data.read_conll(path)][:a.limit]
    texts = data.read_texts(a.texts)[:a.limit] if a.texts else []
    names = data.lexicon(conll, ours)

    if a.start:
        reader = Reader.trained(a.start, encoder=a.encoder)
    else:
        reader = Reader(**a.shape)
        if a.encoder:
            reader.encoder.load_onnx(a.encoder)
    if a.encoder:
        reader.encoder.words.weight.requires_grad_(False)
    teacher = Reader.trained(a.teacher, encoder=a.encoder) if a.teacher else None
    inner = [x for x in reader.encoder.parameters() if x.requires_grad]
    outer = [x for n, x in reader.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": inner, "lr": a.rate}, {"params": outer, "lr": a.head_rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98))
    tops = [a.rate, a.head_rate]
    step = pass_number = 0
    checkpoint = a.out / "checkpoint.pt"
    if a.resume and checkpoint.exists():
        state = torch.load(checkpoint)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        step, pass_number = state["step"], state["pass"]

    def save(path, progress):
        torch.save({"reader": reader.state_dict(), "shape": reader.encoder.shape, "optimiser": optimiser.state_dict(), "step": step,
                    "pass": pass_number, "progress": progress}, str(path) + ".part")
        os.replace(str(path) + ".part", path)

    log = open(a.out / "log.jsonl", "a", encoding="utf-8")
    importance = {**WEIGHTS, "names": WEIGHTS["names"] * a.names_weight}
    anywhere, places = bool(reader.encoder.shape["block"]), random.Random(a.seed + step)    # a window may start anywhere in a longer text
    begun = saved = time.time()
    progress, sums, counts = 0.0, {}, {}
    reader.train()
    while progress < 1:
        turn = statements[pass_number % a.statements_turns::a.statements_turns]
        batches = data.epoch(ours * a.articles_copies + turn, conll, names, word_piece, a.seed * 1000 + pass_number, a.batch_pieces,
                             conll_copies=a.names_copies, texts=texts[pass_number % TURNS::TURNS])
        pass_number += 1
        print(f"pass {pass_number}: {len(batches)} batches", flush=True)
        for items in batches:
            progress = max(step / a.steps, (time.time() - begun) / 60 / a.minutes)
            if progress >= 1:
                break
            scale = min(1.0, (step + 1) / 200) * max(0.0, 1 - progress)
            for group, top in zip(optimiser.param_groups, tops):
                group["lr"] = top * scale
            batch = data.collate(items)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not a.float32):
                begin = places.randrange(reader.encoder.positions.num_embeddings) if anywhere else 0
                states = reader.read(*(batch[k] for k in INPUTS), begin)
                outputs = reader.score(states[-1], batch["first"])
                alike = imitation(outputs, states, teacher, batch, a.like) if teacher else {}
            found = losses(outputs, batch)
            weights = {k: importance[k] * (a.labels if teacher else 1) for k in found}
            for k, v in alike.items():
                found["like " + k], weights["like " + k] = v, importance[k]
            sum(weights[k] * v for k, v in found.items()).backward()
            torch.nn.utils.clip_grad_norm_(inner + outer, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            for k, v in found.items():
                sums[k] = sums.get(k, 0) + v.item()
                counts[k] = counts.get(k, 0) + 1
            if step % 50 == 0:
                line = {"step": step, "minutes": round((time.time() - begun) / 60, 2), "progress": round(progress, 4),
                        **{k: round(v / counts[k], 4) for k, v in sums.items()}}
                print(json.dumps(line), file=log, flush=True)
                print(json.dumps(line), flush=True)
                sums, counts = {}, {}
            if time.time() - saved > 480:
                save(checkpoint, progress)
                saved = time.time()
        save(checkpoint, progress)
        saved = time.time()
    reader.save_trained(a.out / "reader.pt", without_words=bool(a.encoder))
    print(f"done: {step} steps, {pass_number} passes, {(time.time() - begun) / 60:.1f} minutes")


if __name__ == "__main__":
    main()
